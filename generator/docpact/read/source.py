"""A file's bytes → the text that docutils parses: decoding, line ends, substitutions."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from docpact.diagnostics import Diagnostic, Origin, Report

# Pages are prose and tables; one of more than this is no page, and docutils' time grows with it.
LARGEST_PAGE = 4 * 1024 * 1024
SUBSTITUTION = re.compile(r"\|[A-Za-z][A-Za-z0-9_-]*\|")


def read_text(path: Path, origin: Origin, report: Report) -> str | None:
    """Return the page's text with line feeds at its line ends; None, and a diagnostic, where it is not text.

    A page that is not UTF-8 is left out rather than guessed at: a wrong guess would change names silently.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        report(Diagnostic(code="page-unreadable", message=f"cannot be read: {error.strerror}", origin=origin))
        return None
    if len(raw) > LARGEST_PAGE:
        report(Diagnostic(code="page-unreadable", message=f"has {len(raw)} bytes", origin=origin))
        return None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        message = f"is not UTF-8 (byte 0x{raw[error.start]:02x})"
        report(Diagnostic(code="page-encoding", message=message, origin=Origin(origin.path, line)))
        return None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        report(Diagnostic(code="page-encoding", message="has a NUL character", origin=Origin(origin.path, line)))
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def replace_names(text: str, names: Mapping[str, str]) -> str:
    """Return the text with every `|name|` that `names` knows replaced, in literal blocks too.

    Sphinx projects do this in a `source-read` hook, since reStructuredText's own substitutions don't reach
    literal blocks. Names that nobody defined stay as they stand.
    """
    return SUBSTITUTION.sub(lambda found: names.get(found[0].strip("|"), found[0]), text) if names else text


def read_substitutions(conf: Path) -> dict[str, str]:
    """Return the `|name|` → text pairs of a Sphinx configuration, from its syntax tree: it is never run.

    Any dictionary assigned at module level whose keys are written `|name|` counts. Values may be literals, names
    of earlier literals, concatenations and f-strings of these, and environment look-ups with a literal default
    (the default is taken: the environment of the machine must not change the document).
    """
    try:
        module = ast.parse(conf.read_bytes())
    except (OSError, SyntaxError, ValueError, RecursionError):
        return {}
    known: dict[str, str] = {}
    found: dict[str, str] = {}
    for target, value in _assignments(module):
        if isinstance(value, ast.Dict):
            for key, entry in zip(value.keys, value.values, strict=True):
                name, text = key and _literal(key, known), _literal(entry, known)
                if name and text is not None and SUBSTITUTION.fullmatch(name):
                    found[name.strip("|")] = text
        elif (text := _literal(value, known)) is not None:
            known[target] = text
    return found


def _assignments(module: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    for statement in module.body:
        if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
            yield statement.targets[0].id, statement.value
        elif isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name) and statement.value:
            yield statement.target.id, statement.value


def _literal(node: ast.expr, known: Mapping[str, str]) -> str | None:
    """Return the text that an expression stands for, where that is plain without running it."""
    match node:
        case ast.Constant(value=str() | int() | float() as value):
            return str(value)
        case ast.Name(id=name):
            return known.get(name)
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            parts = [_literal(left, known), _literal(right, known)]
        case ast.JoinedStr(values=values):
            parts = [
                _literal(value.value if isinstance(value, ast.FormattedValue) else value, known) for value in values
            ]
        case ast.Call(func=ast.Attribute(attr="get" | "getenv"), args=[_, default]):
            return _literal(default, known)
        case _:
            return None
    return None if None in parts else "".join(part for part in parts if part)
