"""Files that are small and cost much, or are as large as is taken."""

from __future__ import annotations

from collections.abc import Iterator

MB = 1_000_000


def laughs() -> bytes:
    """Return the billion laughs."""
    lines = ["a0: &a0 [lol, lol]"]
    lines += [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}, *a{n - 1}]" for n in range(1, 30)]
    return "\n".join([*lines, "heading: *a29"]).encode()


def records() -> Iterator[tuple[str, bytes]]:
    """Yield what could exhaust a reader of YAML; each is refused."""
    yield "laughs", laughs()
    yield "deep list", b"a: " + b"[" * 30_000
    yield "deep mapping", b"a: " + b"{a: " * 15_000
    yield "deep blocks", b"\n".join(b" " * n + b"a:" for n in range(300))
    yield "deep dashes", b"- " * 30_000
    yield "deep questions", b"? " * 30_000
    yield "many keys", b"".join(b"k%d: v\n" % n for n in range(5_000))
    yield "one key often", b"id: a\n" * 10_000
    yield "long line", b"heading: " + b"x" * 60_000
    yield "long key", b"x" * 60_000 + b": y"
    yield "large", b"# comment\n" * 100_000
    yield "brackets in quotes", b'heading: "' + b"[" * 7_000 + b'"'
    yield "many quotes", b"heading: " + b"'" * 7_999
    yield "many backslashes", b'heading: "' + b"\\\\" * 3_900 + b'"'
    yield "many colons", b"heading: " + b": " * 3_900
    yield "many commas", b"heading: [" + b"," * 7_000 + b"]"
    yield "many documents", b"---\n" * 10_000
    yield "many newlines", b"\n" * 63_000
    yield "nothing but spaces", b" " * 7_000
    yield "zeros", b"\0" * 60_000
    yield "random bytes", bytes(n * n % 251 for n in range(60_000))


def texts() -> Iterator[tuple[str, bytes]]:
    """Yield captures of about a megabyte whose shape could make a reader slow."""
    units = (
        "a", " ", "\n", " \n", "a\n", "<", "<a ", "<!--", "<![CDATA[", "</", "&", "&#", "&amp;", "[", "![",
        "[a](", "](", "*", "**a", "_", "`", "~", "# ", "> ", "- ", "| a ", ": ", "1. ", "{{", "{%", "\\",
        "\"", "'", "Kim ", "Kim Jong Un ", "A. ", "of the ", "2024-01-01 ", "1 ", ".", "...", "\t", "-0-\n",
        "Pyongyang, January 1 (KCNA) -- ", "http://", "http://a.example/ ", "é", "e\u0301", "한", "я ",
        "\u202e", "\u200b", "🙂", "More From\n", "By A\n", "Date: 02/11/2024\n", "«", "a" * 5000 + "\n",
    )  # fmt: skip
    for number, unit in enumerate(units):
        data = (unit * (MB // len(unit.encode())))[:MB].encode()
        yield f"text {number} {unit[:12]!r}", data[:MB]


def pages() -> Iterator[tuple[str, bytes]]:
    """Yield pages of HTML of about a megabyte; each is read or refused."""
    head = b"<!DOCTYPE html><html><head><title>Talks</title></head><body>"
    units = (
        b"<div>", b"<p>a", b"<b>", b"<table><tr><td>", b"<ul><li>", b"<br>", b"<a href=x>a</a>", b"<!-- -->", b"&amp;",
        b"<script>x</script>", b"<style>x</style>", b"<p>a</p>\n", b"</div>", b"<p " + b"a" * 5000 + b">", b"<x-y>",
        b"<svg><g>", b"<math><mi>", b"<select><option>", b"<textarea>", b"<template>", b"<span>a</span> ",
        b"<font>", b"<p id=a class=b style=c>", b"<img src=x alt=y>", b"<meta name=a content=b>",
        b'<script type="application/ld+json">{"a":', b"\xff", b"\0",
    )  # fmt: skip
    for unit in units:
        yield f"page {unit[:24]!r}", (head + unit * (MB // len(unit)))[:MB]
