"""Whatever stands on a page, the dialect reads it or reports it."""

from __future__ import annotations

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from docpact.diagnostics import CODES
from docpact.read.page import Block, FieldList, Sample
from http_pages import bullets, directive, field, page, paragraph, place, read, section, table

PIECES = st.sampled_from([
    *("query", "param", "<json", ">json", ">jsonarr", "json", "form", "code", "type", "<header", "int", "object"),
    *("list of", "name", "a.b", "a[].b", "*", "(id)", "{id}", "<int:id>", ":id", "/", "?", "&", "=", "|", "[", "]"),
    *("{", "}", "...", "``a``", "or", "one of", "Default is", "*Optional*", "200", "4xx", "404,", "HTTP/1.1", "GET"),
    *("POST", "\n", '"', "'", ":", "Content-Type", "application/json", "$", "é", "\\", "null", "(required)"),
    *("Authorization", "curl -d", ","),
])  # fmt: skip
TEXTS = st.lists(PIECES, max_size=8).map(" ".join) | st.text(max_size=40)
FIELDS = st.lists(st.tuples(TEXTS, TEXTS), max_size=5).map(
    lambda found: FieldList(tuple(field(name, body) for name, body in found), place())
)
SAMPLES = st.tuples(st.sampled_from(["http", "json", "javascript", "", "bash"]), TEXTS).map(
    lambda found: Sample(found[0], "", found[1], place())
)
BLOCKS: st.SearchStrategy[Block] = (
    FIELDS
    | SAMPLES
    | TEXTS.map(paragraph)
    | st.lists(TEXTS, min_size=1, max_size=3).map(lambda found: bullets(*found))
    | st.lists(TEXTS, min_size=1, max_size=3).map(lambda found: table("Name | Type | Description", *found))
)
METHODS = st.sampled_from(["get", "post", "delete", "head", "copy", "websocket:connection", "autoflask"])


@settings(deadline=None, max_examples=300)
@given(METHODS, TEXTS, st.lists(BLOCKS, max_size=4), st.lists(BLOCKS, max_size=2))
def test_anything_is_read_or_reported(method: str, path: str, inside: list[Block], after: list[Block]) -> None:
    """No page makes the dialect fail, and what it reports has a code."""
    said = read(page(section("Books", directive(method, path, *inside), *after)))
    assert {diagnostic.code for diagnostic in said.diagnostics} <= CODES.keys()
    for operation in said.documentation.operations:
        assert operation.path.startswith("/")
        assert operation.name


def test_long_texts_take_no_long_time() -> None:
    """No pattern tries the same text again and again."""
    texts = [
        "one of " + "`a`, " * 5000,
        "(" * 20_000,
        "*" * 20_000,
        "a " * 20_000,
        "null " * 5000,
        '"' * 20_000,
        "{" * 20_000,
    ]
    start = time.monotonic()
    for words in texts:
        blocks = (FieldList((field(f"<json string {words}", words),), place()), Sample("http", "", words, place()))
        read(page(section("Books", directive("post", f"/{words}", paragraph(words), *blocks), bullets(words))))
    assert time.monotonic() - start < 20
