"""What strangers send is text: on the page to the letter, and nothing of it acts."""

from __future__ import annotations

import hashlib
import html
import json
import re
from pathlib import Path

import pytest

from tests import small

ATTACKS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<details ontoggle=alert(1) open>",
    "<meta http-equiv=refresh content='0;url=//x.example'>",
    "<base href=//x.example>",
    "<form action=//x.example><input type=password></form>",
    "<style>body{display:none}</style>",
    "<textarea> <plaintext> <!-- <![CDATA[ </main> ]]> -->",
    "<![",
    "if x<y and a > b, <unknown tag>",
    "[x](javascript:alert(1)) [y](JaVa&Tab;Script:x) ![z](data:text/html,x)",
    "[a]: javascript:alert(1)",
    "<javascript:alert(1)> <https://x.example> https://x.example",
    "text {: onclick=alert(1) #__config .x style=position:fixed }",
    "text {#__config} {#p1} {#site-main}",
    '{"base": "//x.example", "features": []}',
    "{{ lipsum.__globals__ }} {% for x in range(9) %} {# x #} {{ 7*7 }}",
    '--8<-- ".git/config"',
    "!!! note",
    '??? "x"',
    "```js",
    "~~~",
    "    indented",
    "# a # b",
    "===",
    "---",
    "* * *",
    "- item",
    "1. item",
    "> quoted",
    "| a | b |",
    "|---|---|",
    "term",
    ": definition",
    "[^1]: note",
    "text[^1] [[ann-example]] [[nobody]] ==m== ^^i^^ H~2~O",
    "*[HTML]: x",
    "Date: 02/11/2024",
    "title: x",
    "::: head",
    ":::",
    "&lt;b&gt; &amp; &#60;i&#62; &copy; &",
    r"\*a\* \\ \# \<b\> \& *b* _c_ **d** `e` ``f`` ~~g~~",
    "a  b   c",
    "x" * 300,
    "[" * 200 + "a](",
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with a release whose title and paragraphs are attacks."""
    folder = tmp_path_factory.mktemp("hostile")
    content = small.content(folder)
    lines = [line.strip() for line in ATTACKS]
    text = "\n".join(lines) + "\n"
    (content / "captures/herald/0123.txt").write_text(text, encoding="utf-8", newline="")
    blocks, at = [], 0
    for number, line in enumerate(lines, 1):
        span = f"{at}-{at + len(line)}"
        blocks.append(f'  - {{id: p{number}, at: {span}, line: "{number}"}}\n')
        at += len(line) + 1
    sidecar = content / "captures/herald/0123.yml"
    head = sidecar.read_text().partition("blocks:")[0]
    head = re.sub("sha256: .*", f"sha256: {hashlib.sha256(text.encode()).hexdigest()}", head)
    head = re.sub("bytes: .*", f"bytes: {len(text.encode())}", head)
    sidecar.write_text(f"{head}blocks:\n{''.join(blocks)}")
    release = content / "releases/2024" / f"{small.RELEASE}.md"
    front = release.read_text().partition("---\n")[2].partition("---\n")[0]
    title = json.dumps(ATTACKS[0] + " {{ 7*7 }} </title>")
    front = front.replace("Talks held", title).replace("evidence: [l3]", "evidence: [l1]")
    body = "\n\n".join(f"\\{line}" if line[0] in "#\\" else line for line in lines)
    release.write_text(f"---\n{front}---\n{body}\n")

    status, said = small.built(folder)

    assert status == 0, said
    return folder / "build" / "site"


OURS = re.compile(r'<script[^>]* src="[./]*assets/(?:search/)?[a-z]+\.js"></script>')


def _text(page: Path) -> str:
    """Return what a reader sees of a page: its text without tags."""
    return html.unescape(re.sub(r"<[^>]*>", "", page.read_text()))


@pytest.mark.parametrize("attack", [line.strip() for line in ATTACKS])
def test_an_attack_stands_on_the_page_to_the_letter(site: Path, attack: str) -> None:
    """In the text of its release."""
    assert attack in _text(site / "releases" / small.RELEASE / "index.html")


def test_an_attack_in_a_title_stands_on_every_page_that_names_it(site: Path) -> None:
    """Its own page, the lists, the home page."""
    title = ATTACKS[0] + " {{ 7*7 }} </title>"

    for page in (f"releases/{small.RELEASE}/index.html", "releases/index.html"):
        assert title in _text(site / page)


def test_no_page_has_a_script_that_is_not_ours(site: Path) -> None:
    """The inspection has let the site pass; this looks again, in another way."""
    scripts = {
        found
        for page in site.rglob("*.html")
        for found in re.findall(r"<script[^>]*>.*?</script>", page.read_text(), flags=re.DOTALL)
    }

    strange = [one for one in scripts if not OURS.fullmatch(one) and not _is_data(one)]

    assert strange == []


def _is_data(script: str) -> bool:
    """Tell whether a script element is JSON-LD and nothing else: what no browser runs."""
    found = re.fullmatch(r'<script type="?application/ld\+json"?>(.*)</script>', script, re.DOTALL)
    return found is not None and isinstance(json.loads(found[1]), dict)


def test_attacks_are_data_in_the_data_files(site: Path) -> None:
    """As they were sent."""
    line = json.loads((site / "data/releases.jsonl").read_text())

    assert [block["text"] for block in line["blocks"]] == [line.strip() for line in ATTACKS]
