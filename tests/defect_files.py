r"""Reads the files of `tests/defects`: a small documentation tree each, and what is reported about it.

A file is called by its code; another with the same code has what tells it apart after an `@`: `code@httpdomain.rst`.

A file begins with a comment that says what is wrong and what is right. After it stand, each in a comment of its own:

- `.. diagnostics:`, a line `path:line code` for every diagnostic of the tree, in the order of the report;
- `.. document:`, optional, a line `path.in.the.document = JSON` for each value that the defect decides, or
  `path.in.the.document is absent`;
- for each page `.. file: path`, then the page itself, from the next line that is not empty up to the next such comment.
  Lines are counted in the page. `.. escaped file: path` stands before a page in which `\xNN` is the byte NN.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

PAGE = re.compile(r"^\.\. (escaped )?file: (\S+)\n", re.MULTILINE)
PART = re.compile(r"^\.\. (diagnostics|document):\n", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Defect:
    """One file of `tests/defects`."""

    intent: str
    """The sentence about what is wrong and what is right."""
    diagnostics: tuple[str, ...]
    """`path:line code`, in the order of the report."""
    document: tuple[str, ...]
    """`path = JSON` or `path is absent`."""
    pages: Mapping[str, bytes]
    """Path in the tree to the file's bytes."""


def read_defect(path: Path) -> Defect:
    """Return what the file says; raises `KeyError` where it lacks the list of diagnostics."""
    header, *pages = PAGE.split(path.read_text("utf-8"))
    intent, *parts = PART.split(header)
    lists = dict(zip(parts[::2], map(_lines, parts[1::2]), strict=True))
    return Defect(
        intent=" ".join(intent.split()),
        diagnostics=lists["diagnostics"],
        document=lists.get("document", ()),
        pages={
            name: _page(text, escaped=bool(escaped))
            for escaped, name, text in zip(pages[::3], pages[1::3], pages[2::3], strict=True)
        },
    )


def write_pages(defect: Defect, folder: Path) -> None:
    """Write the tree into the folder."""
    for name, content in defect.pages.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _page(text: str, *, escaped: bool) -> bytes:
    content = (text.strip("\n") + "\n").encode()
    if not escaped:
        return content
    return re.sub(rb"\\x([0-9a-f]{2})", lambda found: bytes.fromhex(found[1].decode()), content)
