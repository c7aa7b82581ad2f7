"""A file's bytes → the text that docutils parses: decoding, line ends, substitutions."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from docpact.diagnostics import Diagnostic, Origin, Report
from docpact.read.conf import SUBSTITUTION
from docpact.regular_files import LARGEST_FILE, UnreadableFileError, read_regular

LONGEST_TEXT = 2 * LARGEST_FILE
"""Characters of a page after its names are replaced."""


def read_text(path: Path, root: Path, origin: Origin, report: Report) -> str | None:
    """Return the page's text with line feeds at its line ends; None, and a diagnostic, where it is not text.

    A page that is not UTF-8 is left out rather than guessed at: a wrong guess would change names silently.
    """
    try:
        content = read_regular(path, root)
    except UnreadableFileError as error:
        report(Diagnostic(code="page-unreadable", message=str(error), origin=origin))
        return None
    return decode(content, "", origin, report)


def decode(content: bytes, name: str, origin: Origin, report: Report) -> str | None:
    """Return the text of a file; None, and a diagnostic with the file's name in front, for one that is no text."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        _report(
            content.count(b"\n", 0, error.start),
            f"{name}is not UTF-8 (byte 0x{content[error.start]:02x})",
            name,
            origin,
            report,
        )
        return None
    if "\0" in text:
        _report(text.count("\n", 0, text.index("\0")), f"{name}has a NUL character", name, origin, report)
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _report(line: int, message: str, name: str, origin: Origin, report: Report) -> None:
    """Report at the line of the page; at the place that names the file where it is another."""
    place = origin if name else Origin(origin.path, line + 1)
    report(Diagnostic(code="page-encoding", message=message, origin=place))


def replace_names(text: str, names: Mapping[str, str]) -> str:
    """Return the text with every `|name|` that `names` knows replaced, in literal blocks too.

    Sphinx projects do this in a `source-read` hook, since reStructuredText's own substitutions don't reach
    literal blocks. Names that nobody defined stay as they stand.
    """
    return SUBSTITUTION.sub(lambda found: names.get(found[0].strip("|"), found[0]), text) if names else text


def replaced_length(text: str, names: Mapping[str, str]) -> int:
    """Return how long the text will be when its names are replaced."""
    found = (name.group() for name in SUBSTITUTION.finditer(text)) if names else ()
    return len(text) + sum(len(names.get(name.strip("|"), name)) - len(name) for name in found)
