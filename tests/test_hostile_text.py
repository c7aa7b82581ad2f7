"""Nothing that a page, a document or a server says becomes markup, code or a command elsewhere.

Each payload goes through each output; what is HTML is looked at by a real browser, too (`tests/browser`).
"""

from __future__ import annotations

import ast
import json
import re
import tomllib
from collections.abc import Iterator
from contextlib import chdir
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx
import pytest
import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from contract_suite.curl import format_curl
from docpact.cli import main
from docpact.cli.terminal import out, say
from docpact.client import generate_client
from docpact.config import Client, Config
from docpact.conform import compare_implementation, format_baseline, format_disagreements, read_known, without_known
from docpact.contract.reports import format_contract, write_report
from docpact.diagnostics import format_diagnostic
from docpact.diff import compare_documents, format_changes, format_release, propose_release
from docpact.diff.markdown import plain
from docpact.document import read_document
from docpact.mock import create_app, running
from docpact.pipeline import extract
from docpact.plain_text import code_span, format_json, visible, visible_lines
from docpact.report import compare_baseline, format_findings, read_baseline
from hostile_text import PAYLOADS, UNSEEN, make_diagnostics, make_document, make_result, write_pages

COMMAND = re.compile(r"^\s*::|##\w*\[", re.MULTILINE)
MARKUP = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
OWN_HTML = re.compile(r"</?details>|<summary>[^<>]*</summary>|\s")
"""What the tool itself writes between Markdown."""
payloads = pytest.mark.parametrize("payload", [*PAYLOADS.values()], ids=[*PAYLOADS])


def check_lines(text: str, *, commands: bool = False) -> None:
    """Fail where a terminal or a CI log would take some of the text for more than text."""
    assert not UNSEEN & set(text)
    if not commands:
        assert not COMMAND.search(text)


def check_markdown(text: str, *, allowed: frozenset[str] = frozenset()) -> None:
    """Fail where the text has HTML, an image or a link, or notifies somebody, or what `allowed` doesn't name."""
    check_lines(text)
    for token in tokens(MARKUP.parse(text)):
        if token.type.startswith("html"):
            assert not OWN_HTML.sub("", token.content), token.content
        assert token.type not in {"image", "link_open", "fence", "code_block"} - allowed, token
        if token.type == "text":
            assert not re.search(r"@\w|#\d|\bGH-\d|://|\bwww\.", token.content), token.content


def check_description(text: str) -> None:
    """Fail where a description of the emitted document shows as more than text, literals and lists."""
    for token in tokens(MARKUP.parse(text)):
        assert not token.type.startswith(("html", "image", "link", "heading", "fence", "code_block", "hr", "table"))
        assert token.type not in {"strong_open", "em_open", "s_open"} or "Note" in text


def tokens(found: list[Token]) -> Iterator[Token]:
    """All tokens, those inside others too."""
    for token in found:
        yield token
        yield from tokens(token.children or [])


class Elements(HTMLParser):
    """The elements and attributes of a page."""

    def __init__(self) -> None:
        """Begin without any."""
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the element and its attributes' names."""
        self.found |= {tag, *(f"{tag}@{name}" for name, _ in attrs)}


def elements(page: str) -> set[str]:
    """The elements and attributes that the page has."""
    parser = Elements()
    parser.feed(page)
    return parser.found


@payloads
def test_diagnostics(payload: str) -> None:
    """A line each in text and annotations; JSON and SARIF hold the message as it is, in escapes."""
    found = make_diagnostics(payload)
    text = format_findings(found, {}, "text")
    check_lines(text)
    assert len(text.split("\n")) == len(found)
    annotations = format_findings(found, {}, "github")
    check_lines(annotations, commands=True)
    lines = annotations.split("\n")
    assert [line.split(" ")[0] for line in lines] == ["::warning", "::warning"]
    assert "##[" not in annotations
    read = format_findings(found, {}, "json")
    check_lines(read)
    assert [entry["message"] for entry in json.loads(read)] == [d.message for d in found]
    log = format_findings(found, {}, "sarif")
    check_lines(log)
    assert [r["message"]["text"] for r in json.loads(log)["runs"][0]["results"]] == [d.message for d in found]


@payloads
def test_a_baseline_is_read_again(payload: str, tmp_path: Path) -> None:
    """What a build lists, the next one knows, whatever a page is called or says."""
    found = make_diagnostics(payload)
    path = tmp_path / "diagnostics.txt"
    path.write_text("".join(f"{format_diagnostic(d)}\n" for d in found), "utf-8", newline="")
    compared = compare_baseline(found, read_baseline(path))
    assert (compared.new, compared.gone) == ((), 0)


@payloads
@pytest.mark.parametrize("form", ["text", "markdown", "json", "github"])
def test_changes(payload: str, form: str) -> None:
    """A diff says no more than what changed, in every format and in the release notes."""
    changes = compare_documents(make_document(payload), make_document(payload, changed=True))
    assert len(changes) > 5
    text = format_changes(changes, {}, form)
    match form:
        case "markdown":
            check_markdown(text)
            notes = format_release(changes, propose_release(changes, "1.0.0"))
            check_markdown(notes)
        case "github":
            check_lines(text, commands=True)
            assert {line.split(" ")[0] for line in text.split("\n")} <= {"::error", "::warning", "::notice"}
        case "json":
            check_lines(text)
            assert [entry["subject"] for entry in json.loads(text)] == [change.subject for change in changes]
        case _:
            check_lines(text)
            assert len(text.split("\n")) == len(changes)


@payloads
@pytest.mark.parametrize("form", ["text", "markdown", "json", "sarif"])
def test_disagreements(payload: str, form: str, tmp_path: Path) -> None:
    """A comparison likewise; its baseline knows what it lists; a cell of its table stays one."""
    documents = (make_document(payload), make_document(payload, changed=True))
    found = compare_implementation(*(read_document(one, "d").mapping for one in documents))
    assert found
    text = format_disagreements(found, {}, form)
    check_lines(text)
    if form == "markdown":
        check_markdown(text)
        rows = [token for token in tokens(MARKUP.parse(text)) if token.type in {"td_open", "tr_open"}]
        assert all(len(row) == 4 for row in cells(text))
        assert rows
    elif form in {"json", "sarif"}:
        json.loads(text)
    else:
        assert len(text.split("\n")) == len(found)
    path = tmp_path / "known.txt"
    path.write_text(format_baseline(found), "utf-8", newline="")
    check_lines(format_baseline(found))
    assert without_known(found, read_known(path)) == ()


def cells(text: str) -> list[list[str]]:
    """The cells of each row of the tables, as GitHub finds them: a bar ends one unless a backslash stands before it."""
    lines = [line for line in text.split("\n") if line.startswith("|")]
    return [re.findall(r"(?:\\.|[^|\\])+", line[1:-1]) for line in lines]


@payloads
def test_a_contract_report(payload: str, tmp_path: Path) -> None:
    """What a server repeats stays text on the terminal and in each file; the page has its usual elements."""
    result = make_result(payload)
    check_lines(visible_lines(format_contract(result)))
    usual = make_result("harmless")
    for ending in (".json", ".sarif", ".html"):
        write_report(tmp_path / f"r{ending}", result, "docs")
        write_report(tmp_path / f"usual{ending}", usual, "docs")
    for ending in (".json", ".sarif"):
        text = (tmp_path / f"r{ending}").read_text("utf-8")
        check_lines(text)
        json.loads(text)
    page, like = ((tmp_path / f"{name}.html").read_text("utf-8") for name in ("r", "usual"))
    assert elements(page) == elements(like)


@payloads
def test_the_page_of_the_mock(payload: str) -> None:
    """It has the elements that it has for an API whose names are harmless."""
    assert elements(mock_page(payload)) == elements(mock_page("harmless"))


def mock_page(payload: str) -> str:
    """The mock's page of the document with that payload, after a request whose path has it too."""
    with running(create_app(make_document(payload))) as url, httpx.Client() as client:
        home = url.removesuffix("/v1")
        client.get(f"{home}/v1/nowhere/{quote(payload, safe='')}")
        return client.get(f"{home}/").text


@payloads
def test_an_emitted_document(payload: str, tmp_path: Path) -> None:
    """Descriptions show literals, enum values and text as text; the file itself holds no character that acts."""
    write_pages(tmp_path, payload)
    found = extract([tmp_path], Config(root=tmp_path))
    check_unseen(found.text)
    assert yaml.safe_load(found.text) == found.document
    described = [*descriptions(found.document)]
    assert len(described) >= 3
    for text in described:
        check_description(text)
    for diagnostic in found.diagnostics:
        check_lines(format_diagnostic(diagnostic))


def check_unseen(text: str) -> None:
    """Fail where a file that people review shows other than what it holds."""
    assert not UNSEEN & set(text)


def descriptions(node: Any) -> Iterator[str]:  # noqa: ANN401 - any JSON value.
    """All descriptions of a document, but those among examples."""
    if isinstance(node, list):
        for entry in node:
            yield from descriptions(entry)
    elif isinstance(node, dict):
        for key, value in node.items():
            if key == "description" and isinstance(value, str):
                yield value
            elif key != "examples":
                yield from descriptions(value)


@payloads
def test_commands(payload: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """What `lint`, `extract` and `explain` print of pages commands neither a terminal nor CI."""
    write_pages(tmp_path, payload)
    with chdir(tmp_path):
        for arguments in (["lint", "."], ["explain", "Thing", "."], ["extract", ".", "-o", "o.yaml"]):
            main(arguments)
            printed = capfd.readouterr()
            check_lines(printed.out + printed.err)


@payloads
def test_what_is_printed(payload: str, capfd: pytest.CaptureFixture[str]) -> None:
    """Whatever a command prints for people, and every message and error, goes through one place."""
    out(payload)
    say(f"docpact: {payload}")
    printed = capfd.readouterr()
    check_lines(printed.out)
    check_lines(printed.err)


@payloads
def test_a_line_of_curl(payload: str) -> None:
    """Printed, it is one line that commands nothing; the shell reads every word of it as one."""
    line = visible_lines(format_curl("GET", f"http://127.0.0.1/{payload}", headers={"X-A": payload}, body=payload))
    check_lines(line)


@pytest.mark.parametrize(
    "name", ["backticks", "fence", "command on a line", "escapes", "direction", "triple quote", "template", "toml"]
)
def test_a_client(name: str) -> None:
    """Code, docstrings, README and pyproject.toml of a client: read as they should be, and nothing acts or hides."""
    with generate_client(make_document(PAYLOADS[name]), Client(package="hostile_client")) as folder:
        for path in filter(Path.is_file, sorted(folder.rglob("*"))):
            text = path.read_text("utf-8")
            assert not UNSEEN & set(text), path.name
            if path.suffix == ".py":
                names = {n.id for n in ast.walk(ast.parse(text)) if isinstance(n, ast.Name)}
                assert not {"canary", "evil"} & names, path.name
        assert "evil" not in tomllib.loads((folder / "pyproject.toml").read_text("utf-8"))["tool"]
        check_readme((folder / "README.md").read_text("utf-8"))


def check_readme(text: str) -> None:
    """Fail where the README has other markup than its own."""
    for token in tokens(MARKUP.parse(text)):
        assert token.type not in {"html_inline", "image", "link_open"}, token
        assert token.type != "html_block" or token.content.startswith("<!-- "), token.content


@payloads
def test_spans_and_lines(payload: str) -> None:
    """The parts that the outputs are made of: a span shows its text, a line is one, JSON is the same value."""
    (paragraph,) = [token for token in MARKUP.parse(f"a {code_span(payload)} b") if token.type == "inline"]
    spans = [token.content for token in paragraph.children or [] if token.type == "code_inline"]
    assert spans == [" ".join(payload.split())]
    assert "\n" not in visible(payload)
    assert json.loads(format_json([payload])) == [payload]
    check_markdown(plain(payload))


def test_a_backtick_of_a_title_opens_nothing() -> None:
    """The spans that the tool makes stay spans beside it."""
    assert plain("`a` b` <c> `` d") == "`a` b\\` &lt;c&gt; \\`\\` d"
