"""Hostile pages cost time as they grow, not its square."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from docpact.config import Config
from docpact.diagnostics import Origin
from docpact.dialects.sections.captions import is_outcome_title, parse_caption
from docpact.dialects.sections.names import parse_name
from docpact.dialects.sections.need import described_need
from docpact.dialects.sections.pseudo_json import read_sketch
from docpact.dialects.sections.request_line import parse_request_line
from docpact.dialects.sections.statuses import status_alone
from docpact.dialects.sections.type_in_words import type_in_words
from docpact.dialects.words.json_text import UnreadableJsonError, parse_json
from docpact.dialects.words.paths import is_path_of
from docpact.pipeline import extract
from docpact.read.page import Span, Text
from docpact.spelling import likeness

HERE = Origin("page.rst", 1)
MOST_SECONDS = 8.0


def unreadable(text: str) -> None:
    """Read JSON that isn't any."""
    with pytest.raises(UnreadableJsonError):
        parse_json(text)


CASES: dict[str, Callable[[int], object]] = {
    "placeholders side by side": lambda n: is_path_of("/" + "{a}" * n, "/" + "x" * 2 * n, anywhere=False),
    "placeholders around a letter": lambda n: is_path_of("/" + "{a}x" * n, "/" + "x" * 2 * n, anywhere=False),
    "an angle and blanks": lambda n: parse_request_line("GET /<" + " " * n, HERE),
    "escaped quotes": lambda n: unreadable('{"' + '\\"' * n + "\n}"),
    "escaped quotes in a sketch": lambda n: read_sketch('{"a": <b>, ' + '\\"' * n, HERE, lambda _: None),
    "a caption of dashes": lambda n: parse_caption("-" * n + "x"),
    "a title of one word": lambda n: is_outcome_title("response " * n + "\0"),
    "a name of asterisks": lambda n: parse_name(Text((Span("*" * n),), HERE)),
    "a need of dashes": lambda n: described_need("-" * n + "x"),
    "a status of blanks": lambda n: status_alone(Text((Span("status " * n),), HERE)),
    "a type of commas": lambda n: type_in_words(Text((Span("an, " * n),), HERE)),
    "long names": lambda n: likeness("ab" * n, "ba" * n),
}


@pytest.mark.parametrize("name", CASES)
def test_time_grows_as_the_text_does(name: str) -> None:
    """Eight times the text takes far less than sixty-four times the time; what is too quick to be measured is fine."""
    run = CASES[name]

    def measured(size: int) -> float:
        times = []
        for _ in range(3):
            begin = time.process_time()
            run(size)
            times.append(time.process_time() - begin)
        return min(times)

    assert measured(16_000) < max(32 * measured(2_000), 0.1)


@pytest.mark.parametrize(
    ("template", "path", "fits"),
    [
        ("/a/{x}-{y}.csv", "/a/1-2-3.csv", True),
        ("/a/{x}{y}", "/a/12", True),
        ("/a/{x}{y}", "/a/1", False),
        ("/a/v{x}", "/a/v", False),
        ("/a/{x}v", "/a/v", False),
        ("/a/{x}.{y}", "/a/..b", True),
    ],
)
def test_literals_stand_in_their_order(template: str, path: str, fits: bool) -> None:  # noqa: FBT001
    """With at least one character between each two."""
    assert is_path_of(template, path, anywhere=False) is fits


PAGES = {
    "directives": "".join(f".. http:get:: /a{n}\n\n   a\n\n" for n in range(1_500)),
    "placeholders of one name": f".. http:get:: /{'(a)' * 500}\n\n   a\n",
    "fields": "T\n=\n\n.. code-block:: sh\n\n    GET /a\n\n" + "".join(f":a{n}: string, b\n" for n in range(2_500)),
    "escaped quotes": '.. http:post:: /a\n\n   a\n\n   .. sourcecode:: json\n\n      {"' + '\\"' * 6_000 + "\n",
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_many_parts_is_read_soon(name: str, tmp_path: Path) -> None:
    """Each part is compared with few others: such a page takes a second or two, not twenty."""
    (tmp_path / "page.rst").write_text(PAGES[name], "utf-8")
    begin = time.process_time()
    extract([tmp_path], Config(root=tmp_path))
    assert time.process_time() - begin < MOST_SECONDS, name
