"""The whole corpus: every case, in an order that does not change."""

from __future__ import annotations

import codecs
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from generator.pages.escape import shown
from generator.store import yamltext
from tests import small
from tests.hostile import attacks, bombs, records, yamls
from tests.hostile.case import Case, Outcome
from tests.hostile.names import named

SEEDS = Path(__file__).parents[2] / "content"
MUTATIONS = 40
"""Of each capture, sidecar and release here."""
PRIME = 104_729


def cases() -> Iterator[Case]:
    """Yield all of them."""
    yield from _markup()
    yield from _addresses()
    yield from _unseen()
    yield from _yaml()
    yield from named()
    yield from _encodings()
    yield from _fronts()
    yield from _bombs()
    yield from _mutated()
    yield from _pages()


def _markup() -> Iterator[Case]:
    for kind, make in records.MAKERS.items():
        for number, text in enumerate(attacks.MARKUP, 1):
            files, page, texts = make(f"x-{kind}-{number}", text)
            yield Case(f"{kind} {text}", files, "shown", "", page, texts)


def _addresses() -> Iterator[Case]:
    for number, url in enumerate(attacks.SCHEMES, 1):
        name = f"u-{number}"
        text = yamls.GOOD.format(id=name) + f"sources: [{{url: {yamltext.scalar(url)}}}]\n"
        yield Case(f"source {url}", {f"authorities/people/{name}.yml": text.encode()}, "refused")
        outlet = f"id: {name}o\nname: X\nkind: newspaper\nurl: {yamltext.scalar(url)}\n"
        yield Case(f"outlet {url}", {f"outlets/{name}o.yml": outlet.encode()}, "refused")


def _unseen() -> Iterator[Case]:
    for character in attacks.UNSEEN:
        name = f"z-{ord(character):x}"
        head = yamls.HEAD.format(id=name, heading=f"Ann{character}Example").encode(
            "utf-8", "surrogatepass"
        )
        says = "a tab" if character == "\t" else "U+"
        yield Case(f"{name} in a record", {f"authorities/people/{name}.yml": head}, "refused", says)
        if character not in "\x1c\x1d\x1e\x1f\x0b\x0c\x85\u2028\u2029":  # these end lines
            text = f"Ann{character}Example met them."
            files, page, _ = records.release(f"{name}-body", [text])
            yield Case(f"{name} in a text", files, "shown", "", page, (shown(text),))
    for name, text in (
        ("nfd", "Cafe\u0301 Ann"),
        ("hangul", unicodedata.normalize("NFD", "최선희")),
    ):
        data = yamls.HEAD.format(id=f"z-{name}", heading=text).encode()
        path = f"authorities/people/z-{name}.yml"
        yield Case(f"{name} in a record", {path: data}, "refused", "NFC")


def _yaml() -> Iterator[Case]:
    for number, (value, says) in enumerate(yamls.VALUES, 1):
        name = f"y-{number}"
        data = yamls.HEAD.format(id=name, heading=value).encode("utf-8", "surrogatepass")
        fine = value in ("=", "<<", "x #y")
        outcome: Outcome = "unchanged" if fine else "refused"
        path = f"authorities/people/{name}.yml"
        yield Case(f"heading: {value}"[:90], {path: data}, outcome, says)
    for number, (rest, says) in enumerate(yamls.EVENTS, 1):
        name = f"y-event-{number}"
        data = f"id: {name}\nheading: Talks {number}\n{rest.replace('{id}', name)}\n".encode()
        path = f"authorities/events/{name}.yml"
        yield Case(f"event {rest}"[:90], {path: data}, "refused", says)


def _encodings() -> Iterator[Case]:
    text = yamls.HEAD.format(id="{id}", heading="Лавров 최선희 Élysée")
    for codec in (
        "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-7", "utf-8-sig", "cp949", "euc_kr",
        "iso2022_kr", "johab", "koi8_r", "cp1251", "cp866", "iso8859_5", "mac_cyrillic", "latin-1", "cp1252", "gb18030",
        "gbk", "big5", "shift_jis", "euc_jp", "iso2022_jp", "cp037", "cp1140", "hz",
    ):  # fmt: skip
        name = f"e-{codec.replace('_', '-')}"
        data = text.replace("{id}", name).encode(codec, "ignore")
        if codecs.lookup(codec).name in ("utf-7", "hz", "iso2022_kr", "iso2022_jp"):
            outcome: Outcome = "either"  # seven bits: plain text to anybody who is not told
        else:
            outcome = "refused"
        yield Case(f"{codec}", {f"authorities/people/{name}.yml": data}, outcome)
    raw = {
        "overlong": b"\xc0\xaf", "overlong-nul": b"\xc0\x80", "surrogate": b"\xed\xa0\x80", "pair": b"\xed\xa0\x80\xed\xb0\x80",
        "five": b"\xf8\x88\x80\x80\x80", "beyond": b"\xf4\x90\x80\x80", "lone": b"\x80", "cut": b"\xe2\x82", "ff": b"\xff",
        "crlf": b"\r\n", "cr": b"\r", "bom": b"\xef\xbb\xbf",
    }  # fmt: skip
    for kind, middle in raw.items():
        data = yamls.HEAD.format(id=f"e-{kind}", heading="A{}B").encode().replace(b"{}", middle)
        yield Case(f"bytes {kind}", {f"authorities/people/e-{kind}.yml": data}, "refused")


_FOREIGN = (
    "template: redirect.html\nlocation: javascript:alert(1)", "template: nope", "icon: no/such", "search: x", "hide: 3",
    "render_macros: 'true'", "revision_date: <img onerror=x>", "description: <img onerror=x>", "hooks: [x.py]", "tags: [a]",
    "redirect: https://evil.example", "meta: {http-equiv: refresh}", "extra_css: [https://evil.example/a.css]", "__id: x",
    "layout: x", "comments: 'true'", "social: {cards: x}", "status: new", "canonical: https://evil.example", "date: '2024'",
)  # fmt: skip
"""Front matter that a generator of sites or its theme would act on."""


def _fronts() -> Iterator[Case]:
    for number, foreign in enumerate(_FOREIGN, 1):
        name = f"f-{number}"
        files = dict(records.release(name, ["They met."])[0])
        path = f"releases/2024/{name}.md"
        front = files.pop(path).replace(b"---\n", f"---\n{foreign}\n".encode(), 1)
        case = f"front matter {foreign}"
        yield Case(case, {path: front, **files}, "refused", "unknown field")
        page = f"---\n{foreign}\n---\n# Page\n\nText.\n".encode()
        yield Case(f"page with {case}", {f"pages/{name}.md": page}, "refused", "front matter")
    for number, first in enumerate(_EATEN, 1):
        files = dict(records.release(f"g-{number}", ["They met."])[0])
        path = f"releases/2024/g-{number}.md"
        body = f"{first}\n\nThey met.\n".encode()
        yield Case(f"no front matter {first}", {path: body} | files | {path: body}, "refused")


_EATEN = (
    "Pyongyang: January 20 -- They met.",
    "Date: 02/11/2024 | Source: Herald",
    "title: x",
)
"""First lines that readers of Markdown take for metadata, and swallow."""


def _bombs() -> Iterator[Case]:
    for number, (name, data) in enumerate(bombs.records(), 1):
        yield Case(f"bomb {name}", {f"authorities/people/b-{number}.yml": data}, "refused")
        yield Case(f"outlet bomb {name}", {f"outlets/b-outlet-{number}.yml": data}, "refused")
        front = b"---\n" + data + b"\n---\nText.\n"
        yield Case(f"front {name}", {f"releases/2024/b-front-{number}.md": front}, "refused")
    far = records.release(
        "b-far", ["They met."], title={"value": "T", "evidence": [f"l{'9' * 5000}"]}
    )
    yield Case("a line beyond counting", far[0], "refused")
    for number, span in enumerate((f"0-{'9' * 5000}", f"{'9' * 5000}-0", "0-٣", "3-1", "-1-3"), 1):
        files = dict(records.release(f"b-span-{number}", ["They met."])[0])
        sidecar, path = f"captures/herald/b-span-{number}.yml", f"b-span-{number}"
        files[sidecar] = files[sidecar].replace(b"lines: 1-1", f"lines: {span}".encode())
        files = {sidecar: files.pop(sidecar), **files}
        yield Case(f"span {path} {span[:20]}", files, "refused")


def _mutated() -> Iterator[Case]:
    """Yield the small archive's files with a few bytes changed; they replace nothing: new names."""
    texts = {
        "capture": small.CONTENT / "captures/herald/0123.txt",
        "sidecar": small.CONTENT / "captures/herald/0123.yml",
        "release": small.CONTENT / f"releases/2024/{small.RELEASE}.md",
        "person": small.CONTENT / "authorities/people/ann-example.yml",
    }
    for what, source in texts.items():
        for number in range(1, MUTATIONS + 1):
            name = f"m-{what}-{number}"
            files = records.release(name, ["They met.", "They parted."])[0]
            if what == "person":
                files = {
                    f"authorities/people/{name}.yml": source.read_bytes().replace(
                        b"ann-example", name.encode()
                    )
                }
            ending = {"capture": ".txt", "sidecar": ".yml", "release": ".md", "person": ".yml"}[
                what
            ]
            path = next(path for path in files if path.endswith(ending))
            changed = _mutate(files[path], number)
            rest = {other: data for other, data in files.items() if other != path}
            first = path if what != "capture" else f"captures/herald/{name}.yml"
            made = {path: changed, **rest}
            ordered = {first: made.pop(first), **made}
            outcome: Outcome = "refused" if what == "capture" else "either"
            yield Case(f"mutated {what} {number}", ordered, outcome)


def _mutate(data: bytes, number: int) -> bytes:
    """Return `data` with a byte flipped, doubled, removed or replaced, by turns."""
    at = number * PRIME % len(data)
    kind = number % 5
    if kind == 0:
        return data[:at] + bytes([data[at] ^ (1 << number % 8)]) + data[at + 1 :]
    if kind == 1:
        return data[:at] + data[at + 1 :]
    if kind == 2:
        return data[:at] + data[at : at + 9] + data[at:]
    if kind == 3:
        return data[:at] + b"\x00<]:" + data[at:]
    return data[:at]


_ACTIVE = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<style>*{}</style>", "<!-- x -->", "<iframe src=x>",
    "text {: onclick=x }", "{.x #__config}", "{{ 7*7 }}", "{% raw %}", '--8<-- ".env"', "[x](javascript:alert(1))",
    "[x](JaVaScript:alert(1))", "[x](data:text/html,x)", "[x](java&#9;script:x)", "[x](//evil.example)", "[x](\\\\evil.example)",
    "[x](/etc/passwd)", "[x](../../../etc/passwd)", "[x](nowhere.md)", "[[nobody-known]]", "![x](javascript:x)", "[x]()",
    "[x](file:///etc/passwd)", "[x](vbscript:x)", "<a href=x>y</a>", "<base href=x>", "<meta http-equiv=refresh>",
    "[x]: javascript:alert(1)", "[x][y]\n\n[y]: javascript:alert(1)", "<javascript:alert(1)>",
)  # fmt: skip


def _pages() -> Iterator[Case]:
    for number, text in enumerate(_ACTIVE, 1):
        path = f"pages/p-{number}.md"
        fine = text == "<javascript:alert(1)>"
        outcome: Outcome = "either" if fine else "refused"
        yield Case(f"page {text}", {path: f"# Page\n\n{text}\n".encode()}, outcome)
    heads = (
        b"---\ntitle: x\n---\n",
        b"Title: x\n\nText\n",
        b"no title\n",
        b"",
        b"\xff",
        b"x" * 200_000,
    )
    for number, data in enumerate(heads, 1):
        yield Case(f"page head {number}", {f"pages/h-{number}.md": data}, "refused")
