"""Tags are read so strictly that no browser reads another page in them."""

from __future__ import annotations

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.site.tags import Malformed, tags


def test_tags_come_in_order_with_their_attributes() -> None:
    """Names are in lower case, values without their escapes."""
    page = "<!doctype html>\n<HTML lang=en><P CLASS='a' hidden id=\"x&amp;y\">1 &lt; 2</p></html>"

    found = [(tag.name, tag.attributes) for tag in tags(page)]

    assert found == [
        ("html", (("lang", "en"),)),
        ("p", (("class", "a"), ("hidden", ""), ("id", "x&y"))),
    ]


def test_the_text_of_a_script_is_kept_apart() -> None:
    """What stands in a script is no tag of the page."""
    (script, after) = tags("<script>if (a<b) '<p>'</script><br>")

    assert (script.name, script.raw, after.name) == ("script", "if (a<b) '<p>'", "br")


@pytest.mark.parametrize(
    "page",
    [
        "<!-- a comment -->",
        "<![CDATA[x]]>",
        "<?php ?>",
        "a < b",
        "x<y",
        "<p",
        "<p title='a",
        '<p title="a"onclick="b">',
        "<p/onclick=x>",
        "<p title=a<b>",
        '<p title="<b>">',
        '<noscript><p title="</noscript><script>x</script>">',
        "<script><!--<script></script>",
        "<script>x",
        "<style>x</script>",
        "</p x=<>",
        "<p \x00=x>",
        "<!doctype html><!doctype html>",
    ],
)
def test_what_parsers_could_read_in_two_ways_is_refused(page: str) -> None:
    """Comments, stray `<`, broken attributes: none of them is ever on a page of ours."""
    with pytest.raises(Malformed):
        list(tags(page))


def test_a_long_hostile_tag_takes_no_long_time() -> None:
    """The tag's pattern never tries the same thing twice: 2 MB are refused at once."""
    with pytest.raises(Malformed):
        list(tags("<p " + "a " * 1_000_000 + "<"))


@given(st.text(max_size=40))
def test_escaped_text_is_never_a_tag(text: str) -> None:
    """Whatever a text holds, escaped it adds no tag, in a paragraph or in an attribute."""
    escaped = html.escape(text)

    found = list(tags(f'<p title="{escaped}">{escaped}</p>'))

    assert [tag.name for tag in found] == ["p"]
    assert found[0].get("title") == html.unescape(escaped)
