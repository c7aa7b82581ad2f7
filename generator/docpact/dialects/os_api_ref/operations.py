"""What an operation's sections hold → what they claim."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from docpact.diagnostics import Diagnostic, Report
from docpact.dialects.nesting import Nested, nest_fields, shown_type
from docpact.dialects.os_api_ref.codes_in_words import Status
from docpact.dialects.os_api_ref.collect import Collected
from docpact.dialects.os_api_ref.fields import FieldReader
from docpact.dialects.os_api_ref.placement import Placed, place_request, place_response
from docpact.dialects.os_api_ref.rest_method import VARIABLE, RequestLine
from docpact.dialects.os_api_ref.vocabulary import STATUSES_WITHOUT_BODY, WITHOUT_BODY, Direction
from docpact.dialects.shapes import Shape, merge_shapes, read_shape
from docpact.dialects.statements import (
    BodyStatement,
    FieldStatement,
    OperationStatement,
    ResponseStatement,
    SampleStatement,
    Source,
    TypeStatement,
)
from docpact.read.page import Text

ACTION = "action"
"""The last segment of a path whose body says what is to be done."""
DEPRECATED = re.compile(r"\bdeprecated\b", re.IGNORECASE)
PARENTHESES = re.compile(r"\s*\([^()]*\)\s*$")


@dataclass(slots=True)
class OperationReader:
    """Reads operations; knows what the samples of all of them show."""

    elsewhere: Mapping[str, Shape]
    """The wrappers of all samples, by name."""
    report: Report
    fields: FieldReader = field(default_factory=FieldReader)

    def read(self, found: Collected) -> OperationStatement:
        """Return what the operation's sections claim; contradictions among them are reported."""
        outline, line = found.outline, found.outline.line
        asked = place_request(found.entries["request"], line, found.shown("request"), self.fields, self.report)
        answered = place_response(found.entries["response"], found.shown("response"), self.fields, self.report)
        responses = self._responses(found, answered)
        return OperationStatement(
            method=line.method,
            path=line.path,
            server=line.server,
            query=line.query,
            page=outline.page.name,
            group=slug(PARENTHESES.sub("", outline.tag.name) or outline.tag.name),
            name=slug(outline.section.title) or slug(f"{line.method} {line.path}"),
            title=outline.section.title,
            blocks=tuple(found.blocks),
            tag=outline.tag,
            fields=asked.parameters,
            bodies=self._bodies(found, asked),
            responses=responses,
            samples=tuple(
                replace(one, status=_sample_status(responses))
                if one.direction == "response" and not one.status
                else one
                for one in found.samples
            ),
            calls=tuple(found.calls),
            deprecated=True if DEPRECATED.search(f"{outline.section.title} {outline.tag.name}") else None,
            extensions=_versions(line),
            origin=line.origin,
            page_origin=outline.section.origin,
        )

    def _bodies(self, found: Collected, asked: Placed) -> tuple[BodyStatement, ...]:
        if not asked.properties:
            return self._shown_body(found)
        nested = self._nest(found, asked.properties, "request")
        first = asked.properties[0]
        body = BodyStatement(
            title=found.outline.section.title,
            type=_type(nested, first),
            fields=nested.fields,
            source=Source.DIRECTIVE,
            origin=first.origin,
        )
        return (body,)

    def _shown_body(self, found: Collected) -> tuple[BodyStatement, ...]:
        """Return the body of which there is only a sample: that there is one, and whether it is a list."""
        samples = found.shown("request")
        if not samples or found.outline.line.method in WITHOUT_BODY:
            return ()
        type_ = shown_type(_shape(samples), samples[0].origin)
        title, source, origin = found.outline.section.title, Source.SAMPLE_REQUEST, samples[0].origin
        return (BodyStatement(title=title, type=type_, source=source, origin=origin),)

    def _responses(self, found: Collected, answered: Placed) -> tuple[ResponseStatement, ...]:
        """Return the listed statuses; what is listed for the response is in each normal one that can have a body."""
        statuses: dict[str, Status] = {}
        for status in found.statuses:
            known = statuses.setdefault(status.code, status)
            if status.text.spans and not known.text.spans:
                statuses[status.code] = replace(known, text=status.text)
        normal = [code for code, status in statuses.items() if status.normal]
        bearing = [code for code in normal if code not in STATUSES_WITHOUT_BODY]
        fields, types = self._payload(found, answered)
        if normal and not bearing and fields:
            message = f"properties are listed for the response, but status {', '.join(normal)} has no body; left out"
            self.report(Diagnostic(code="body-impossible", message=message, origin=fields[0].origin))
        responses = [
            ResponseStatement(
                status=code,
                types=types if code in bearing else (),
                fields=fields if code in bearing else (),
                headers=answered.parameters if status.normal else (),
                description=status.text,
                source=status.source,
                origin=status.origin,
            )
            for code, status in statuses.items()
        ]
        described = [one.origin for one in (*fields, *answered.parameters)]
        shown = [sample.origin for sample in found.shown("response") if not sample.status]
        if not normal and (described or shown):
            # Listed errors apart, it is what every response is.
            origin = (described or shown)[0]
            default = ResponseStatement(
                status="default",
                types=types,
                fields=fields,
                headers=answered.parameters,
                description=Text((), origin),
                source=Source.DIRECTIVE if described else Source.SAMPLE_RESPONSE,
                origin=origin,
            )
            responses.insert(0, default)
        return tuple(responses)

    def _payload(
        self, found: Collected, answered: Placed
    ) -> tuple[tuple[FieldStatement, ...], tuple[TypeStatement, ...]]:
        if not answered.properties:
            return (), ()
        nested = self._nest(found, answered.properties, "response")
        type_ = _type(nested, answered.properties[0])
        return nested.fields, (type_,) if type_ is not None else ()

    def _nest(self, found: Collected, listed: Sequence[FieldStatement], direction: Direction) -> Nested:
        samples = found.shown(direction)
        literal = [segment for segment in VARIABLE.sub("", found.outline.line.path).split("/") if segment]
        nested = nest_fields(
            listed,
            samples,
            resources=frozenset(literal),
            action=direction == "request" and literal[-1:] == [ACTION],
            elsewhere=self.elsewhere,
        )
        for wrapper in nested.wrappers:
            message = f"the sample has what is listed here in `{wrapper.name}`, which isn't listed; it is put there"
            origin, related = _first(wrapper).origin, (wrapper.origin,)
            self.report(Diagnostic(code="wrapper-unlisted", message=message, origin=origin, related=related))
        for one, name in nested.renamed:
            message = f"`{one.name}` is listed, but the sample calls it `{name}`; the sample's name is taken"
            self.report(
                Diagnostic(code="name-contradicted", message=message, origin=one.origin, related=(samples[0].origin,))
            )
        for one in nested.repeated:
            message = (
                f"`{one.name}` has no place of its own: its name, plural or singular is listed too; it is left out"
            )
            self.report(Diagnostic(code="row-repeated", message=message, origin=one.origin))
        return nested


def shapes_of_wrappers(collected: Sequence[Collected]) -> dict[str, Shape]:
    """Return the objects at the roots of all samples by their names."""
    whole = _shape([sample for one in collected for sample in one.samples])
    return {name: below for name, below in whole.properties.items() if below.properties}


def _shape(samples: Sequence[SampleStatement]) -> Shape:
    return merge_shapes([read_shape(sample.value) for sample in samples])


def slug(text: str) -> str:
    """Return the words of a title with hyphens between them."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def _type(nested: Nested, first: FieldStatement) -> TypeStatement | None:
    """Return the type of a body that is a list; an object's is told by its fields."""
    return TypeStatement(words=Text((), first.origin), lists=nested.lists) if nested.lists else None


def _first(one: FieldStatement) -> FieldStatement:
    while one.source is not Source.DEFINITION and one.fields:
        one = one.fields[0]
    return one


def _sample_status(responses: Sequence[ResponseStatement]) -> str:
    """Return the status of the samples below `Response Example`: that of the response that has the listed body."""
    normal = [one.status for one in responses if one.status[0] in "23" and one.status not in STATUSES_WITHOUT_BODY]
    return normal[0] if normal and normal[0].isdigit() else ""


def _versions(line: RequestLine) -> tuple[tuple[str, Any], ...]:
    versions = (("x-min-version", line.min_version), ("x-max-version", line.max_version))
    return tuple((name, version) for name, version in versions if version)
