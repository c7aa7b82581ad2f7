"""Where a property stands in its body: names are listed flat, dotted, or under a sentence that names their parent."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from docpact.diagnostics import Diagnostic, Origin, Report
from docpact.dialects.statements import FieldStatement, Location, Source, TypeStatement
from docpact.read.page import Span, Text

PART = re.compile(r"\[(?P<key>[^\]]*)\]|\{(?P<any>[^}]*)\}|<(?P<angle>[^>]*)>|(?P<name>[^.\[\]{}<>]+)|\.")

DEEPEST = 8
"""How many levels a name or a sample is followed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One level of the way to a property."""

    name: str
    """`*` for every key of a map."""
    lists: int = 0
    """In how many lists the next level stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A statement and the way to its property; the last step is the property itself."""

    path: tuple[Step, ...]
    statement: FieldStatement


def split_name(name: str, values: Sequence[Any]) -> tuple[Step, ...]:
    """Return the steps of a name: `sizes.file`, `results[].id`, `users.*.age`; one step where samples have it as it is.

    A leading `[]` says that the payload is a list, which the caller sees from its empty first step.
    """
    if not re.search(r"[.\[{<]|^\*$", name) or any(name in row for row in rows(values)):
        return (Step(name=name),)
    steps: list[Step] = []
    for part in PART.finditer(name):
        if part["key"] is not None and (not part["key"] or part["key"] in {"*", "i", "n"} or part["key"].isdigit()):
            last = steps.pop() if steps else Step(name="")
            steps.append(replace(last, lists=last.lists + 1))
        elif (word := part["key"] or part["name"]) is not None:
            steps.append(Step(name=word.strip()))
        elif part["any"] is not None or part["angle"] is not None:
            steps.append(Step(name="*"))
    return tuple(steps) if 0 < len(steps) <= DEEPEST else (Step(name=name),)


def rows(values: Iterable[Any], deepest: int = DEEPEST) -> Iterator[Mapping[str, Any]]:
    """Yield the objects that the values are or hold in lists."""
    for value in values:
        if isinstance(value, Mapping):
            yield value
        elif isinstance(value, list) and deepest:
            yield from rows(value, deepest - 1)


def is_list(values: Sequence[Any]) -> bool:
    """Tell whether all samples are lists, one of them with an object in it."""
    return bool(values) and all(isinstance(value, list) for value in values) and any(True for _ in rows(values))


def seen_names(values: Iterable[Any], deepest: int = DEEPEST) -> set[str]:
    """Return every key at any depth."""
    found: set[str] = set()
    for row in rows(values):
        found |= row.keys()
        if deepest:
            found |= seen_names(row.values(), deepest - 1)
    return found


def place_flat(names: Sequence[str], values: Sequence[Any]) -> dict[str, Step]:
    """Return for each name that stands one level deeper in the samples the property that holds it there.

    Pages list the properties of the entries of `jobs` beside `total_rows`, and leave out `jobs` itself. That is so
    where one unlisted property of the samples holds most of the listed names that its own level lacks.
    """
    top: dict[str, list[Any]] = {}
    for row in rows(values):
        for key, value in row.items():
            top.setdefault(key, []).append(value)
    missing = [name for name in names if name not in top]
    best: tuple[int, str, set[str]] = (0, "", set())
    for key, inner in top.items():
        if key in names:
            continue
        keys = {name for row in rows(inner) for name in row}
        hits = sum(name in keys for name in missing)
        if hits > best[0]:
            best = (hits, key, keys)
    hits, key, keys = best
    if not hits or hits * 2 < len(missing):
        return {}
    lists = int(any(isinstance(value, list) for value in top[key]))
    return {name: Step(name=key, lists=lists) for name in missing if name in keys}


def nest(placed: Sequence[Placed], location: Location, source: Source, report: Report) -> tuple[FieldStatement, ...]:
    """Return the statements as a tree; a property that is only on the way to others gets a statement of its own.

    Of two statements about one property the first counts, and the second is reported.
    """
    groups: dict[str, list[Placed]] = {}
    for one in placed:
        groups.setdefault(one.path[0].name, []).append(one)
    return tuple(_group(name, group, location, source, report) for name, group in groups.items())


def _group(name: str, group: Sequence[Placed], location: Location, source: Source, report: Report) -> FieldStatement:
    own = [one.statement for one in group if len(one.path) == 1]
    deeper = [Placed(path=one.path[1:], statement=one.statement) for one in group if len(one.path) > 1]
    lists = max(one.path[0].lists for one in group)
    first = group[0].statement
    for second in own[1:]:
        message = f"`{second.name}` is listed twice; the first is taken"
        report(Diagnostic(code="row-repeated", message=message, origin=second.origin, related=(own[0].origin,)))
    statement = own[0] if own else FieldStatement(name=name, location=location, source=source, origin=first.origin)
    statement = replace(statement, name=name)
    if lists and (statement.type is None or not statement.type.lists):
        statement = replace(statement, type=_listed(statement.type, lists, statement.origin))
    if not deeper:
        return statement
    return _with_fields(statement, nest(deeper, location, source, report))


def _listed(kind: TypeStatement | None, lists: int, origin: Origin) -> TypeStatement:
    return replace(kind, lists=lists) if kind else TypeStatement(words=_words("[]", origin), lists=lists)


def _with_fields(statement: FieldStatement, fields: tuple[FieldStatement, ...]) -> FieldStatement:
    """Return the statement with its properties; those of `*` are about each value of a map."""
    kind = statement.type
    if len(fields) == 1 and fields[0].name == "*":
        value = fields[0]
        inner = value.type or TypeStatement(words=_words("*", statement.origin))
        return replace(statement, type=replace(inner, map=True), fields=value.fields)
    if kind is not None and kind.map and kind.open:
        # `object` left its properties open; here they are.
        kind = replace(kind, map=False, open=False)
    return replace(statement, type=kind, fields=(*statement.fields, *fields))


def _words(words: str, origin: Origin) -> Text:
    return Text((Span(words),), origin)
