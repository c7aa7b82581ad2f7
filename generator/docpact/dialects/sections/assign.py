"""The tables and lists of an operation → statements about its parameters, bodies and responses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from docpact.diagnostics import Diagnostic, Origin, Report
from docpact.dialects.nesting import same_resource
from docpact.dialects.sections.captions import parse_caption
from docpact.dialects.sections.context import NUMBERING, InContext
from docpact.dialects.sections.fields import row_statements, type_statement
from docpact.dialects.sections.request_line import RequestLine
from docpact.dialects.sections.roles import Role, Taken, squash
from docpact.dialects.sections.rows import FieldRow, under_parents, unrepeated
from docpact.dialects.statements import FieldStatement, Location, Source, TypeStatement
from docpact.read.page import Block, Paragraph, Text

LOCATIONS: dict[Role, Location] = {
    Role.PATH: "path", Role.QUERY: "query", Role.HEADER: "header", Role.COOKIE: "cookie", Role.BODY: "body",
    Role.RESPONSE: "response", Role.RESPONSE_HEADER: "header",
}  # fmt: skip
# A column or sentence of a row that says where the field travels.
PLACES: tuple[tuple[re.Pattern[str], Location], ...] = (
    (re.compile(r"\b(query|querystring|get)\b", re.IGNORECASE), "query"),
    (re.compile(r"\b(path|route|url|uri)\b", re.IGNORECASE), "path"),
    (re.compile(r"\b(header)s?\b", re.IGNORECASE), "header"),
    (re.compile(r"\b(cookie)s?\b", re.IGNORECASE), "cookie"),
    (re.compile(r"\b(body|form|json|post|payload|formdata|data)\b", re.IGNORECASE), "body"),
)
AS_QUERY = re.compile(r"\bas an? (?:url )?query[- ](?:string )?param(?:eter)?\b|\bin the query string\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The fields of one table or list."""

    statements: tuple[FieldStatement, ...]
    found: InContext
    origin: Origin


@dataclass(slots=True)
class Assigned:
    """Everything that tables and lists say of one operation."""

    parameters: list[FieldStatement] = field(default_factory=list)
    body: list[Group] = field(default_factory=list)
    form: bool = False
    """Whether words call the body a form."""
    responses: dict[str, list[Group]] = field(default_factory=dict)
    """Status → what comes back; empty for fields that no status stands over."""
    headers: dict[str, list[FieldStatement]] = field(default_factory=dict)
    whole: TypeStatement | None = None
    """The type of the body, where a row describes it and not a property."""
    foreign: set[str] = field(default_factory=set)
    """Variables of other operations that the same text describes."""
    consumed: list[Block] = field(default_factory=list)
    """The blocks whose words are told as fields."""


def assign_fields(
    taken: Sequence[Taken],
    line: RequestLine,
    notes: Sequence[Text],
    report: Report,
    siblings: Sequence[RequestLine] = (),
) -> Assigned:
    """Return the fields of all blocks by where they travel.

    What is a variable of a sibling's path only, one that the same text describes, isn't this operation's.
    """
    assigned = Assigned()
    has_body = any(one.role is Role.BODY for one in taken)
    variables = {squash(name): name for name in line.placeholders}
    assigned.foreign = {squash(name) for one in siblings for name in one.placeholders} - variables.keys()
    for one in taken:
        if one.role not in LOCATIONS and one.role is not Role.MIXED:
            if one.role is Role.UNPLACED and not assigned.body:
                _unplaced(one, report)
            if one.role is Role.UNPLACED and assigned.body:
                # A table under other words describes a property of the body table before it.
                _assign(Role.BODY, one, assigned, variables, notes, report)
            continue
        mixed = one.role is Role.MIXED
        role = (Role.QUERY if has_body or line.query else Role.BODY) if mixed else one.role
        if role is Role.BODY and line.method in {"GET", "HEAD"}:
            message = f"a {line.method} has no body; the fields here are left out"
            report(Diagnostic(code="body-misplaced", message=message, origin=one.found.block.origin))  # type: ignore[union-attr]
            continue
        _assign(role, one, assigned, variables, notes, report, mixed=mixed)
    return assigned


def _assign(  # noqa: PLR0913, PLR0917 - where a row goes depends on no less.
    role: Role,
    one: Taken,
    assigned: Assigned,
    variables: dict[str, str],
    notes: Sequence[Text],
    report: Report,
    *,
    mixed: bool = False,
) -> None:
    rows = under_parents(one.rows.reported(report))
    assigned.consumed.append(one.found.block)
    if role in {Role.BODY, Role.QUERY} and one.found.about.form:
        assigned.form = True
    by_location: dict[Location, list[FieldRow]] = {}
    for row in rows:
        if squash(row.name) in assigned.foreign and role is not Role.RESPONSE:
            continue
        if row.required is None and one.found.about.need is not None:
            row = replace(row, required=one.found.about.need)  # noqa: PLW2901 - the same row, marked.
        location = "path" if mixed and squash(row.name) in variables else _location(row, role, variables)
        name = variables.get(squash(row.name), row.name) if location == "path" else row.name
        by_location.setdefault(location, []).append(replace(row, name=name))
    if (whole := _whole_body(by_location.get("body", ()))) is not None:
        assigned.whole = whole
        del by_location["body"]
    for location, rows_ in by_location.items():
        own = rows_ if location in {"body", "response"} else unrepeated(rows_, report)
        statements = tuple(with_silence(own, row_statements(own, location, notes)))
        group = Group(statements=statements, found=one.found, origin=own[0].origin)
        if location == "response":
            assigned.responses.setdefault(_status(one), []).append(group)
        elif location == "body":
            assigned.body.append(group)
        elif role is Role.RESPONSE_HEADER:
            assigned.headers.setdefault(_status(one), []).extend(statements)
        else:
            assigned.parameters.extend(statements)


def _whole_body(rows: Sequence[FieldRow]) -> TypeStatement | None:
    """Return the type of the only row that a column places in the body: it is the body, and no property of one."""
    row = rows[0] if len(rows) == 1 else None
    if row is None or row.type is None or "body" not in row.place or row.nested:
        return None
    composed = row.type.link is not None or bool(row.type.name)
    return type_statement(row.type, row.type_cell) if composed and row.type.type is None else None


def _location(row: FieldRow, role: Role, variables: dict[str, str]) -> Location:
    """Return where a row's field travels: a variable of the path does so wherever the table stands."""
    if role in {Role.RESPONSE, Role.RESPONSE_HEADER}:
        return LOCATIONS[role]
    stated = next((location for pattern, location in PLACES if row.place and pattern.search(row.place)), None)
    if stated is not None:
        return stated
    if squash(row.name) in variables and role is not Role.BODY:
        return "path"
    if role is Role.BODY and AS_QUERY.search(row.description.plain):
        return "query"
    return LOCATIONS[role]


def with_silence(rows: Sequence[FieldRow], statements: Iterator[FieldStatement]) -> Iterator[FieldStatement]:
    """Yield the statements; where a table or list marks only one of required and optional, silence is the other."""
    if any(row.by_column for row in rows):
        # What a column says of every row tells nothing of rows elsewhere.
        yield from (one if one.required is None else replace(one, unmarked=one.required) for one in statements)
        return
    marks = {row.required for row in rows} - {None}
    silence = None if len(marks) != 1 else not marks.pop()
    for one in statements:
        written = one.source in {Source.TABLE, Source.FIELD_LIST} and one.unmarked is None
        yield replace(one, unmarked=silence) if written else one


def _status(one: Taken) -> str:
    """Return the status that stands over a response's fields; `error` for those of unnamed errors."""
    about = one.found.about
    return about.status or ("error" if about.errors else "")


def _unplaced(one: Taken, report: Report) -> None:
    block = one.found.block
    label = one.found.about.near
    message = f"a table headed `{label}` is neither about the URI nor the body; it is left out"
    report(Diagnostic(code="table-unplaced", message=message, origin=block.origin))  # type: ignore[union-attr]


def joined_groups(groups: Sequence[Group], report: Report) -> tuple[FieldStatement, ...]:
    """Return the fields of one object from all its tables: the first lists them, the others add or describe one.

    A table whose caption names a field lists its properties; one under words like the first's goes on with the list;
    another describes the entries of the first list that nothing describes.
    """
    if not groups:
        return ()
    found = list(groups[0].statements)
    for group in groups[1:]:
        path = _named_field(found, group.found)
        if path is not None:
            found = list(_with_fields(found, path, group.statements))
        elif (bare := _bare_list(found)) is not None and not _goes_on(group.found):
            found[bare] = replace(found[bare], fields=group.statements)
        elif _goes_on(group.found) or _same_words(groups[0], group):
            found += group.statements
        else:
            message = f"nothing refers to the table headed `{group.found.about.near}`; it is left out"
            report(Diagnostic(code="table-unplaced", message=message, origin=group.origin))
    return tuple(found)


def _goes_on(found: InContext) -> bool:
    near = parse_caption(NUMBERING.sub("", found.about.near))
    return bool(near.parameters or near.place or found.about.need is not None)


def _same_words(first: Group, other: Group) -> bool:
    return first.found.texts == other.found.texts


def _named_field(fields: Sequence[FieldStatement], found: InContext) -> tuple[int, ...] | None:
    """Return the way to the field, without properties so far, that the words over a table name."""
    for text in found.texts[:3]:
        words = [word.strip("`'\".,:()") for word in NUMBERING.sub("", text).split()]
        for path, one in _walk(fields):
            scalar = one.type is not None and one.type.type is not None
            names = (one.name, *([one.type.name] if one.type is not None and one.type.name else []))
            if (
                not scalar
                and not one.fields
                and one.source is not Source.PROSE
                and any(_names(words, n) for n in names)
            ):
                return path
    return None


# Words of a caption that say of what kind the table is, not whose.
KIND_WORDS = frozenset({
    "a", "an", "and", "are", "array", "as", "attribute", "attributes", "below", "body", "contains", "data",
    "definition", "description", "descriptions", "details", "each", "element", "elements", "entries", "entry",
    "every", "field", "fields", "following", "follows", "for", "format", "has", "in", "is", "item", "items", "json",
    "key", "keys", "list", "member", "members", "model", "object", "objects", "of", "one", "parameter", "parameters",
    "properties", "property", "request", "resource", "response", "schema", "structure", "table", "the", "value",
    "values", "where", "with",
})  # fmt: skip


def _names(words: Sequence[str], name: str) -> bool:
    """Tell whether the words are the field's name, in singular or plural, and words of tables."""
    bare = [word for word in words if word and word.lower() not in KIND_WORDS]
    return [*dict.fromkeys(bare)] == [name] or (len(bare) == 1 and same_resource(bare[0], name))


def _walk(
    fields: Sequence[FieldStatement], path: tuple[int, ...] = ()
) -> Iterator[tuple[tuple[int, ...], FieldStatement]]:
    for index, one in enumerate(fields):
        yield (*path, index), one
        yield from _walk(one.fields, (*path, index))


def _with_fields(
    fields: Sequence[FieldStatement], path: tuple[int, ...], inner: tuple[FieldStatement, ...]
) -> tuple[FieldStatement, ...]:
    index, *rest = path
    one = fields[index]
    changed = replace(one, fields=_with_fields(one.fields, tuple(rest), inner) if rest else inner)
    return (*fields[:index], changed, *fields[index + 1 :])


def _bare_list(fields: Sequence[FieldStatement]) -> int | None:
    """Return the first list whose entries nothing describes."""
    for index, one in enumerate(fields):
        kind = one.type
        described = any(isinstance(block, Paragraph) and block.text.links for block in one.description)
        bare = kind is not None and kind.lists > 0 and not (kind.type or kind.link or kind.name)
        if bare and not described and not one.fields and one.source in {Source.TABLE, Source.FIELD_LIST}:
            return index
    return None
