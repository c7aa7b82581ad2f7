"""Path, query and header parameters of an operation."""

from __future__ import annotations

from collections.abc import Iterator

from docpact.diagnostics import Diagnostic, Report
from docpact.dialects.httpdomain.draft import Draft
from docpact.dialects.httpdomain.media import ELSEWHERE
from docpact.dialects.httpdomain.signature import Variable
from docpact.dialects.httpdomain.statement import entry_statement
from docpact.dialects.httpdomain.type_words import parse_type_words
from docpact.dialects.httpdomain.vocabulary import Kind
from docpact.dialects.statements import FieldStatement, Location, Source, TypeStatement
from docpact.read.page import Span, Text

LOCATIONS: dict[Kind, Location] = {Kind.PATH: "path", Kind.QUERY: "query", Kind.SENT_HEADER: "header"}


def read_parameters(draft: Draft, tabled: tuple[FieldStatement, ...], report: Report) -> tuple[FieldStatement, ...]:
    """Return the variables of the signature, then what fields and tables say of parameters, in the page's order."""
    documented: dict[tuple[str, str], FieldStatement] = {}
    for one in _documented(draft):
        key = (one.location, one.name.lower() if one.location == "header" else one.name)
        first = documented.setdefault(key, one)
        if first is not one:
            message = f"`{one.name}` is listed twice; the first is taken"
            report(Diagnostic(code="row-repeated", message=message, origin=one.origin, related=(first.origin,)))
    return (*_variables(draft, report), *documented.values(), *tabled)


def _variables(draft: Draft, report: Report) -> Iterator[FieldStatement]:
    for name in draft.signature.repeated:
        message = f"`{name}` stands twice in the path; the second is called `{name}_2`"
        report(Diagnostic(code="path-parameter-repeated", message=message, origin=draft.origin))
    for variable in draft.signature.variables:
        yield _statement(variable, "path", draft)
    for variable in draft.signature.query:
        yield _statement(variable, "query", draft)


def _statement(variable: Variable, location: Location, draft: Draft) -> FieldStatement:
    words = Text((Span("|".join(variable.types) or variable.name),), draft.origin)
    kinds = [parse_type_words(word, draft.origin).statement for word in variable.types]
    # A framework's own converter, `(regex:name)`, says nothing about JSON.
    known = list(dict.fromkeys(kind for kind in kinds if kind is not None and not kind.name))
    kind = TypeStatement(words=words, one_of=tuple(known)) if len(known) > 1 else known[0] if known else None
    return FieldStatement(
        name=variable.name,
        location=location,
        type=kind,
        required=True if location == "path" else None,
        unmarked=False if location == "query" else None,
        words=words,
        source=Source.REQUEST_LINE,
        origin=draft.origin,
    )


def _documented(draft: Draft) -> Iterator[FieldStatement]:
    names = {variable.name for variable in draft.signature.variables}
    for entry in draft.entries:
        location = LOCATIONS.get(entry.kind)
        if location is None or (location == "header" and entry.name.lower() in ELSEWHERE):
            continue
        if location != "path" or entry.name in names:
            yield entry_statement(entry, location)
