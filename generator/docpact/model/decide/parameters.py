"""Parameters: the request line, the tables, the sample requests, and the pages beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl, urlsplit

from docpact.diagnostics import Origin
from docpact.dialects.statements import FieldStatement, OperationStatement, Source
from docpact.dialects.words.paths import placeholders
from docpact.model.collect.drafts import compose_schema, draft_property, group_fields
from docpact.model.context import Context
from docpact.model.decide.contradictions import report_contradictions
from docpact.model.evidence import ALWAYS_SHOWN, Aspect, Claim, decide
from docpact.model.types import Array, Enum, Object, Parameter, Reference, Scalar, Schema, Unknown
from docpact.spelling import squash

PARAMETERS = frozenset({"path", "query", "header", "cookie"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Namesakes:
    """What all pages say about parameters of one name, so that a page without a table is helped by its siblings."""

    commonest: Mapping[tuple[str, str | None], tuple[Schema, Origin]]
    """(name in lower case, group) → the commonest schema and a place that states it; of all groups by None."""
    components: Mapping[str, Object | Enum]

    def find(self, name: str, group: str, result: Schema | None) -> tuple[Schema, Origin | None]:
        """Return the type that others give to that name: siblings, then a property of the response, then any page.

        Where nobody knows it, a path segment is a string: every URL keeps to that.
        """
        if siblings := self.commonest.get((name.lower(), group)):
            return siblings
        target = self.components.get(result.name) if isinstance(result, Reference) else result
        for prop in target.properties if isinstance(target, Object) else ():
            if squash(prop.name) == squash(name) and isinstance(prop.schema, Scalar):
                return prop.schema, prop.origin
        return self.commonest.get((name.lower(), None)) or (Scalar(type="string"), None)


def find_namesakes(
    operations: Sequence[OperationStatement], components: Mapping[str, Object | Enum], context: Context
) -> Namesakes:
    """Return what the rows about path and query parameters of all operations say, by name."""
    silent = replace(context, report=lambda _: None)
    known: dict[tuple[str, str | None], list[tuple[Schema, Origin]]] = {}
    for operation in operations:
        for about in group_fields(one for one in operation.fields if one.location in {"path", "query"}):
            prop = draft_property(about[:1], operation.group, silent)
            for group in (operation.group, None):
                known.setdefault((prop.name.lower(), group), []).append((prop.schema, prop.origin))
    counts = {key: Counter(schema for schema, _ in found) for key, found in known.items()}
    commonest = {
        key: max(found, key=lambda entry, of=counts[key]: of[entry[0]])  # type: ignore[misc]
        for key, found in known.items()
    }
    return Namesakes(commonest=commonest, components=components)


def decide_parameters(
    operation: OperationStatement, result: Schema | None, namesakes: Namesakes, context: Context
) -> tuple[Parameter, ...]:
    """Return the operation's parameters: those of the path in its order, the others in the page's.

    `result` is what the operation responds with: a path parameter that no table describes may be a property of it.
    """
    about = {
        (group[0].location, group[0].name.lower()): group
        for group in _by_location(one for one in operation.fields if one.location in PARAMETERS)
    }
    found: list[Parameter] = []
    for name in placeholders(operation.path):
        rows = about.pop(("path", name.lower()), None)
        found.append(
            _described(operation, rows, name, context)
            if rows
            else _undescribed_path(operation, name, namesakes.find(name, operation.group, result), context)
        )
    for (location, _), rows in about.items():
        if location == "path":
            message = f"`{rows[0].name}` is described as a path parameter, but isn't in the path; it is left out"
            context.fault("path-parameter-unknown", message, rows[0].origin, operation.origin)
            continue
        name = _query_spelling(operation, rows[0].name) if location == "query" else rows[0].name
        found.append(_described(operation, rows, name, context))
    found += _only_in_line(operation, found, context)
    return tuple(found)


def _by_location(statements: Iterator[FieldStatement]) -> Iterator[list[FieldStatement]]:
    by_location: dict[str, list[FieldStatement]] = {}
    for statement in statements:
        by_location.setdefault(statement.location, []).append(statement)
    for own in by_location.values():
        yield from group_fields(own)


def _described(operation: OperationStatement, rows: Sequence[FieldStatement], name: str, context: Context) -> Parameter:
    location = rows[0].location
    draft = draft_property(rows, operation.group, context)
    claims = [*draft.claims, *_request_claims(operation, name, rows)]
    decisions = tuple(found for aspect in Aspect if (found := decide(claims, aspect)) is not None)
    by_aspect = {decision.aspect: decision for decision in decisions}
    report_contradictions(replace(draft, name=name), by_aspect, context.report)
    lists = by_aspect[Aspect.ARRAY].value if Aspect.ARRAY in by_aspect else 0
    schema = draft.schema
    if lists and not isinstance(schema, Array):
        schema = compose_schema(schema, lists, ())
    if location in {"path", "header"} and isinstance(schema, Unknown):
        # Whatever else it is: every URL keeps to that, and so does every header.
        schema = Scalar(type="string")
    return Parameter(
        name=name,
        location=location,  # type: ignore[arg-type] # `PARAMETERS` are the ones that come here.
        schema=schema,
        required=location == "path" or bool(by_aspect[Aspect.REQUIRED].value),
        deprecated=draft.deprecated,
        blocks=draft.blocks,
        extensions=draft.extensions,
        origin=draft.origin,
        decisions=decisions,
    )


def _request_claims(operation: OperationStatement, name: str, rows: Sequence[FieldStatement]) -> Iterator[Claim]:
    """Yield what the request line and the sample requests say about a parameter.

    That every sample sends it says nothing where the dialect knows that silence means optional: a page's one sample
    shows what may be sent.
    """
    location = rows[0].location
    if location == "path":
        yield _line_claim(operation, Aspect.REQUIRED, value=True, text=name)
    if location != "query":
        return
    if sum(key.lower() == name.lower() for key, _ in operation.query) > 1:
        yield _line_claim(operation, Aspect.ARRAY, value=1, text=name)
    if operation.calls:
        left_out = _left_out(operation, name)
        if left_out is None and any(row.unmarked is False for row in rows):
            return
        text = "a sample leaves it out" if left_out else "every sample sends it"
        yield Claim(
            aspect=Aspect.REQUIRED,
            source=Source.SAMPLE_REQUEST,
            value=False if left_out else ALWAYS_SHOWN,
            origin=left_out or operation.calls[0].origin,
            text=text,
        )


def _left_out(operation: OperationStatement, name: str) -> Origin | None:
    """Return the first sample request that leaves the parameter out, which shows that it may be."""
    for call in operation.calls:
        sent = {key.lower() for key, _ in parse_qsl(urlsplit(call.url).query, keep_blank_values=True)}
        if name.lower() not in sent:
            return call.origin
    return None


def _query_spelling(operation: OperationStatement, name: str) -> str:
    return next((key for key, _ in operation.query if key.lower() == name.lower()), name)


def _undescribed_path(
    operation: OperationStatement, name: str, borrowed: tuple[Schema, Origin | None], context: Context
) -> Parameter:
    schema, where = borrowed
    message = f"`{{{name}}}` is in the path, but in no table" + ("; its type is another page's" if where else "")
    context.fault("path-parameter-undocumented", message, operation.origin, where)
    source = Source.SIBLING if where else Source.REQUEST_LINE
    claims = (
        Claim(aspect=Aspect.TYPE, source=source, value=schema, origin=where or operation.origin, text=name),
        _line_claim(operation, Aspect.REQUIRED, value=True, text=name),
    )
    return _parameter_from(claims, name, "path", operation, required=True)


def _only_in_line(operation: OperationStatement, found: Sequence[Parameter], context: Context) -> Iterator[Parameter]:
    """Yield the query parameters of the request line that no table describes."""
    have = {p.name.lower() for p in found if p.location == "query"}
    for name, value in operation.query:
        if name.lower() in have:
            continue
        have.add(name.lower())
        context.fault("query-undocumented", f"`{name}` is in the request line, but in no table", operation.origin)
        schema: Schema = Scalar(type="boolean") if value in {"true", "false"} else Unknown()
        claims = (
            _line_claim(operation, Aspect.TYPE, value=schema, text=f"{name}={value}"),
            _line_claim(operation, Aspect.REQUIRED, value=False, text=name),
        )
        yield _parameter_from(claims, name, "query", operation, required=False)


def _parameter_from(
    claims: Sequence[Claim], name: str, location: str, operation: OperationStatement, *, required: bool
) -> Parameter:
    decisions = tuple(found for aspect in Aspect if (found := decide(claims, aspect)) is not None)
    schema = next(decision.value for decision in decisions if decision.aspect is Aspect.TYPE)
    return Parameter(
        name=name,
        location=location,  # type: ignore[arg-type] # Only path and query come here.
        schema=schema,
        required=required,
        origin=operation.origin,
        decisions=decisions,
    )


def _line_claim(operation: OperationStatement, aspect: Aspect, *, value: object, text: str) -> Claim:
    return Claim(aspect=aspect, source=Source.REQUEST_LINE, value=value, origin=operation.origin, text=text)
