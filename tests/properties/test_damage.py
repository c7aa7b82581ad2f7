"""Damaged pages: extraction ends, what comes out is OpenAPI, and nothing is in it that no page states."""

from __future__ import annotations

import random
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from openapi_spec_validator import OpenAPIV31SpecValidator

from docpact.config import Config
from docpact.diagnostics import CODES
from docpact.errors import InputError
from docpact.pipeline import extract

ROOT = Path(__file__).resolve().parents[2] / "api_docs"
PAGES = [
    "endpoints/lock/update", "endpoints/lock/sync", "endpoints/lockpin/create", "datastructures/lock-sync",
    "datastructures/lock-state", "datastructures/device-settings", "enums/lock-state", "enums/week-days",
    "webhooks/lock-status-changed",
]  # fmt: skip
TEXTS = {name: (ROOT / f"{name}.rst").read_text("utf-8") for name in PAGES}


def cut_line(text: str, chance: random.Random) -> str:
    """Lose a line."""
    lines = text.split("\n")
    del lines[chance.randrange(len(lines))]
    return "\n".join(lines)


def double_line(text: str, chance: random.Random) -> str:
    """Have a line twice."""
    lines = text.split("\n")
    place = chance.randrange(len(lines))
    return "\n".join([*lines[: place + 1], *lines[place:]])


def cut_text(text: str, chance: random.Random) -> str:
    """Lose some characters, of a cell, a brace, a quote."""
    place = chance.randrange(len(text))
    return text[:place] + text[place + chance.randrange(1, 12) :]


def swap_character(text: str, chance: random.Random) -> str:
    """Put a character of markup somewhere."""
    place = chance.randrange(len(text))
    return text[:place] + chance.choice('|+`*_{}[]",:<>-=\\ \t\n') + text[place + 1 :]


def lose_heading(text: str, chance: random.Random) -> str:
    """Lose the line under a heading."""
    lines = text.split("\n")
    under = [i for i, line in enumerate(lines) if re.fullmatch(r"([=\-^])\1+", line)]
    if under:
        del lines[chance.choice(under)]
    return "\n".join(lines)


def end_early(text: str, chance: random.Random) -> str:
    """Lose everything after some place."""
    return text[: chance.randrange(len(text))]


DAMAGES = [cut_line, double_line, cut_text, swap_character, lose_heading, end_early]


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 2**32), count=st.integers(1, 25))
def test_damaged_pages(seed: int, count: int) -> None:
    """Whatever is lost: no exception, a valid document, and only facts that the pages state."""
    chance = random.Random(seed)  # noqa: S311 - damage, not secrets.
    texts = dict(TEXTS)
    for _ in range(count):
        name = chance.choice(PAGES)
        texts[name] = chance.choice(DAMAGES)(texts[name] or "x", chance)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "conf.py").write_text((ROOT / "conf.py").read_text("utf-8"), "utf-8")
        for name, text in texts.items():
            (root / f"{name}.rst").parent.mkdir(parents=True, exist_ok=True)
            (root / f"{name}.rst").write_text(text, "utf-8")
        try:
            found = extract([root], Config(root=root))
        except InputError as error:
            assert "no operation could be read" in str(error)  # noqa: PT017 - the only reason to end without a document.
            return
    read = yaml.safe_load(found.text)
    assert list(OpenAPIV31SpecValidator(read).iter_errors()) == []
    assert {d.code for d in found.diagnostics} <= set(CODES)
    stated = "\n".join(texts.values())
    missing = [fact for fact in facts(read) if fact not in stated]
    assert missing == []


def facts(document: dict[str, Any]) -> Iterator[str]:
    """The names, statuses, scopes and values of a document, as a page must state them."""
    for path, path_item in document["paths"].items():
        yield from (part for part in path.split("/") if part)
        for operation in path_item.values():
            yield from (parameter["name"] for parameter in operation.get("parameters", []))
            yield from (status for status in operation["responses"] if status.isdigit())
            yield from (
                scope for needed in operation.get("security", []) for names in needed.values() for scope in names
            )
    yield from members(document)


def members(node: Any) -> Iterator[str]:  # noqa: ANN401 - any JSON value.
    """The names of members, and the values of enums and limits, of all schemas."""
    if isinstance(node, list):
        for entry in node:
            yield from members(entry)
    if not isinstance(node, dict):
        return
    for key, value in node.items():
        if key == "properties" and isinstance(value, dict):
            yield from value
        if key == "enum":
            yield from map(str, value)
        if key in {"minimum", "maximum", "maxLength", "minLength"} and "x-enum-flags" not in node and value:
            yield str(value)
        if key != "examples":
            yield from members(value)
