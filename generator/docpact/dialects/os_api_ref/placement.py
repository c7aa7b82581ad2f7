"""Listed entries → parameters and properties: what `in` says, unless the URL or the sample shows it to be wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from docpact.diagnostics import Diagnostic, Report
from docpact.dialects.os_api_ref.fields import FieldReader
from docpact.dialects.os_api_ref.rest_method import RequestLine, variable_name
from docpact.dialects.os_api_ref.rest_parameters import Entry
from docpact.dialects.os_api_ref.vocabulary import LOCATIONS, WITHOUT_BODY
from docpact.dialects.shapes import merge_shapes, read_shape
from docpact.dialects.statements import FieldStatement, SampleStatement

ALIKE = 0.8
"""How much of two names must be the same for one to be a slip of the other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Entries of one direction, each where it travels."""

    parameters: tuple[FieldStatement, ...] = ()
    """Of a request: path, query and headers. Of a response: headers."""
    properties: tuple[FieldStatement, ...] = ()
    """Of the body, still as a flat list."""


def place_request(
    entries: Sequence[Entry], line: RequestLine, samples: Sequence[SampleStatement], reader: FieldReader, report: Report
) -> Placed:
    """Return the entries of a request.

    The URL knows its variables, and a JSON sample of the request shows what is in its body. A GET has no body, so what
    is listed for it can only be in the query.
    """
    shown = _names(samples)
    entries = _in_url(entries, line, report)
    variables = _match_variables(entries, line, report)
    parameters: dict[tuple[str, str], FieldStatement] = {}
    properties: list[FieldStatement] = []
    for entry in _known(entries, report):
        where = LOCATIONS[entry.definition.location]
        if where == "path":
            if id(entry) in variables:
                _add(parameters, reader.read(_called(entry, variables[id(entry)]), "path"), report)
            elif entry.name in shown:
                _contradict(entry, "the sample sends it in the body, where it is put", report)
                properties.append(reader.read(entry, "body"))
            else:
                message = f"`{entry.name}` is `in: path`, but no variable of `{line.path}`; it is left out"
                report(Diagnostic(code="path-parameter-unknown", message=message, origin=entry.origin))
        elif where == "query" and entry.name in shown and line.method not in WITHOUT_BODY:
            _contradict(entry, "the sample sends it in the body, where it is put", report)
            properties.append(reader.read(entry, "body"))
        elif where == "body" and line.method in WITHOUT_BODY and not samples:
            _contradict(entry, f"a {line.method} has no body; it is put into the query", report)
            # What the definition says of `required` is about the body that it was written for.
            _add(parameters, replace(reader.read(entry, "query"), required=None, unmarked=False), report)
        elif where == "body":
            properties.append(reader.read(entry, "body"))
        else:
            _add(parameters, reader.read(entry, where), report)
    return Placed(parameters=tuple(parameters.values()), properties=fold_versions(properties))


def place_response(
    entries: Sequence[Entry], samples: Sequence[SampleStatement], reader: FieldReader, report: Report
) -> Placed:
    """Return the entries of a response: headers, and properties of its body.

    A response has no path and no query. Lists borrow such definitions for properties. Only what identifies the resource
    in the URL is often copied along with the request's list: a sample must show it.
    """
    shown = _names(samples)
    headers: dict[tuple[str, str], FieldStatement] = {}
    properties: list[FieldStatement] = []
    for entry in _known(entries, report):
        where = LOCATIONS[entry.definition.location]
        if where == "header":
            _add(headers, reader.read(entry, "header"), report)
        elif where == "body":
            properties.append(reader.read(entry, "response"))
        elif where == "query" or entry.name in shown or not samples:
            _contradict(entry, "it is listed for the response; it is taken for a property of the body", report)
            properties.append(reader.read(entry, "response"))
        else:
            _contradict(entry, "it is listed for the response, whose sample hasn't got it; it is left out", report)
    return Placed(parameters=tuple(headers.values()), properties=fold_versions(properties))


def _names(samples: Sequence[SampleStatement]) -> frozenset[str]:
    """Return the names at the root of the samples and right inside of their wrappers: deeper ones are others' names."""
    shape = merge_shapes([read_shape(sample.value) for sample in samples])
    inner = [name for below in shape.properties.values() for name in below.properties]
    return frozenset([*shape.properties, *inner])


def _known(entries: Sequence[Entry], report: Report) -> Iterator[Entry]:
    for entry in entries:
        if entry.definition.location in LOCATIONS:
            yield entry
            continue
        said = f"is `in: {entry.definition.location:.40}`" if entry.definition.location else "has no `in`"
        message = f"`{entry.name}` {said}, so where it travels is unknown; it is left out"
        origin, related = entry.origin, (entry.definition.origin,)
        report(Diagnostic(code="location-unknown", message=message, origin=origin, related=related))


def _in_url(entries: Sequence[Entry], line: RequestLine, report: Report) -> list[Entry]:
    """Return the entries, with those `in: path` that are called like a variable of the URL and can be nothing else.

    That is what a list says of a variable without another entry: in the query it would be a second time, and a body,
    where the method has one, may well repeat it.
    """
    named = {entry.name for entry in entries if entry.definition.location == "path"}
    wrong = {"query", "body"} if line.method in WITHOUT_BODY else {"query"}
    found: list[Entry] = []
    for entry in entries:
        definition = entry.definition
        if definition.location in wrong and entry.name in line.variables and entry.name not in named:
            _contradict(entry, "the URL has a variable of that name, which it is taken for", report)
            found.append(replace(entry, definition=replace(definition, location="path")))
        else:
            found.append(entry)
    return found


def _match_variables(entries: Sequence[Entry], line: RequestLine, report: Report) -> dict[int, str]:
    """Return the variable that each entry `in: path` is about: the one of its name or key, else one much like it."""
    free = list(line.variables)
    found: dict[int, str] = {}
    listed = [entry for entry in entries if entry.definition.location == "path"]
    for entry in listed:
        name = next((n for n in (entry.name, variable_name(entry.name)) if n in line.variables), None)
        if name is not None:
            found[id(entry)] = name
            free = [one for one in free if one != name]
    for entry in listed:
        alike = [] if id(entry) in found else [one for one in free if _is_alike(entry, one)]
        if len(alike) == 1:
            found[id(entry)] = alike[0]
            free.remove(alike[0])
            message = f"`{entry.name}` is listed where the URL has `{{{alike[0]}}}`; the URL's name is taken"
            report(
                Diagnostic(code="path-parameter-misspelt", message=message, origin=entry.origin, related=(line.origin,))
            )
    return found


def _is_alike(entry: Entry, variable: str) -> bool:
    if entry.definition.key == variable:
        return True
    one, other = ("".join(c for c in name.lower() if c.isalnum()) for name in (entry.name, variable))
    return one == other or (one in other and len(one) > 2) or SequenceMatcher(None, one, other).ratio() >= ALIKE  # noqa: PLR2004


def _called(entry: Entry, name: str) -> Entry:
    return entry if entry.name == name else replace(entry, name=name)


def fold_versions(listed: Sequence[FieldStatement]) -> tuple[FieldStatement, ...]:
    """Return the fields; of one that is listed for earlier and for later versions, the first without its bounds."""
    found: list[FieldStatement] = []
    bounded: dict[str, int] = {}
    for one in listed:
        place = bounded.get(one.name) if one.extensions else None
        if place is not None and _is_other_version(found[place], one):
            found[place] = replace(found[place], extensions=())
            continue
        if one.extensions:
            bounded.setdefault(one.name, len(found))
        found.append(one)
    return tuple(found)


def _is_other_version(known: FieldStatement, one: FieldStatement) -> bool:
    """Tell whether two fields are one in versions that follow one another: `max_version` here, `min_version` there."""
    bounds = [dict(field.extensions) for field in (known, one)]
    return any("x-max-version" in a and "x-min-version" in b for a, b in (bounds, bounds[::-1]))


def _add(known: dict[tuple[str, str], FieldStatement], one: FieldStatement, report: Report) -> None:
    first = known.setdefault((one.location, one.name), one)
    if first is one:
        return
    if _is_other_version(first, one):
        known[one.location, one.name] = replace(first, extensions=())
    else:
        message = f"`{one.name}` is listed twice; the first counts"
        report(Diagnostic(code="row-repeated", message=message, origin=one.origin, related=(first.origin,)))


def _contradict(entry: Entry, what: str, report: Report) -> None:
    message = f"`{entry.name}` is defined `in: {entry.definition.location}`, but {what}"
    related = (entry.definition.origin,)
    report(Diagnostic(code="location-contradicted", message=message, origin=entry.origin, related=related))
