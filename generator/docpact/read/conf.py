"""A Sphinx configuration's literals, from its syntax tree: it is never run."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from os.path import lexists
from pathlib import Path

from docpact.diagnostics import Diagnostic, Origin, Report
from docpact.regular_files import UnreadableFileError, read_regular

SUBSTITUTION = re.compile(r"\|[A-Za-z][A-Za-z0-9_-]*\|")
LONGEST_TEXT = 100_000
"""Characters of one text, prologues included; longer ones count as unknown."""
LONGEST_NAME_TEXT = 10_000
"""Characters that a `|name|` may stand for."""
CONF = "conf.py"


@dataclass(frozen=True, slots=True, kw_only=True)
class Conf:
    """What a `conf.py` sets. What it computes is as if it were not set."""

    names: Mapping[str, str] = field(default_factory=dict)
    """`|name|` → text: the pairs of every dictionary whose keys are written so, replaced in literal text too."""
    prolog: tuple[str, int] = ("", 1)
    """`rst_prolog` and the line that it begins at."""
    epilog: tuple[str, int] = ("", 1)
    """`rst_epilog` likewise."""
    extlinks: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Role → URL and caption, each with one `%s`; an empty caption for the URL itself."""
    primary_domain: str = ""
    exclude_patterns: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = (".rst",)
    """`source_suffix`: what names of pages end with."""
    release: str = ""
    version: str = ""
    project: str = ""


NO_CONF = Conf()


def parse_conf(source: bytes) -> Conf:
    """Return the literals of a configuration; `NO_CONF` for one that is not Python.

    Values may be literals, names of earlier literals, concatenations and f-strings of these, and environment look-ups
    with a literal default (the default is taken: the environment of the machine must not change the document).
    """
    try:
        return _read(ast.parse(source))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return NO_CONF


def _read(module: ast.Module) -> Conf:
    texts: dict[str, str] = {}
    lines: dict[str, int] = {}
    names: dict[str, str] = {}
    values: dict[str, ast.expr] = {}
    for target, value, more in _assignments(module):
        values[target] = (
            ast.BinOp(left=values[target], op=ast.Add(), right=value) if target in values and more else value
        )
        if isinstance(value, ast.Dict):
            names |= _names(value, texts)
        elif (text := _literal(value, texts)) is not None:
            texts[target] = _capped(texts.get(target, "") + text if more else text) or ""
            lines.setdefault(target, value.lineno)
        else:
            texts.pop(target, None)
    return Conf(
        names=names,
        prolog=(texts.get("rst_prolog", ""), lines.get("rst_prolog", 1)),
        epilog=(texts.get("rst_epilog", ""), lines.get("rst_epilog", 1)),
        extlinks=_extlinks(values.get("extlinks"), texts),
        primary_domain=texts.get("primary_domain", ""),
        exclude_patterns=_entries(values.get("exclude_patterns"), texts),
        suffixes=_entries(values.get("source_suffix"), texts) or (".rst",),
        release=texts.get("release", ""),
        version=texts.get("version", ""),
        project=texts.get("project", ""),
    )


def _assignments(module: ast.Module) -> Iterator[tuple[str, ast.expr, bool]]:
    """Yield name, value, and whether the value is added to what the name stands for."""
    for statement in module.body:
        match statement:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                yield name, value, False
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
                yield name, value, False
            case ast.AugAssign(target=ast.Name(id=name), op=ast.Add(), value=value):
                yield name, value, True
            case _:
                pass


def _names(node: ast.Dict, known: Mapping[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for key, entry in zip(node.keys, node.values, strict=True):
        name, text = key and _literal(key, known), _literal(entry, known)
        if name and text is not None and len(text) <= LONGEST_NAME_TEXT and SUBSTITUTION.fullmatch(name):
            found[name.strip("|")] = text
    return found


def _extlinks(node: ast.expr | None, known: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    if isinstance(node, ast.Dict):
        for key, entry in zip(node.keys, node.values, strict=True):
            name = key and _literal(key, known)
            if name and isinstance(entry, ast.Tuple | ast.List) and entry.elts:
                parts = [_literal(part, known) or "" for part in entry.elts]
                found[name] = (parts[0], parts[1] if len(parts) > 1 else "")
    return found


def _entries(node: ast.expr | None, known: Mapping[str, str]) -> tuple[str, ...]:
    """Return a text, the texts of a list, or the keys of a dictionary."""
    match node:
        case ast.List(elts=parts) | ast.Tuple(elts=parts) | ast.Set(elts=parts):
            return tuple(text for part in parts if (text := _literal(part, known)))
        case ast.Dict(keys=keys):
            return tuple(text for key in keys if key is not None and (text := _literal(key, known)))
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return _entries(left, known) + _entries(right, known)
        case ast.expr():
            text = _literal(node, known)
            return (text,) if text else ()
        case _:
            return ()


def _literal(node: ast.expr, known: Mapping[str, str]) -> str | None:
    """Return the text that an expression stands for, where that is plain without running it."""
    match node:
        case ast.Constant(value=str() | int() | float() as value):
            return _capped(str(value))
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
    return None if None in parts else _capped("".join(part for part in parts if part))


def _capped(text: str) -> str | None:
    return text if len(text) <= LONGEST_TEXT else None


def load_conf(root: Path, report: Report) -> Conf:
    """Return the literals of a folder's `conf.py`; `NO_CONF` without such a file.

    The file is held to the rules for pages: where it may not be read, that is reported.
    """
    if not lexists(root / CONF):
        return NO_CONF
    try:
        return parse_conf(read_regular(root / CONF, root))
    except UnreadableFileError as error:
        report(Diagnostic(code="page-unreadable", message=str(error), origin=Origin(CONF, 1)))
        return NO_CONF
