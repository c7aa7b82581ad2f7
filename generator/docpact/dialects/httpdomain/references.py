"""Bodies and responses that only refer to a resource's table of fields, filled with these fields."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from docpact.dialects.httpdomain.draft import Draft
from docpact.dialects.httpdomain.resources import Reference, Resource, find_reference, with_resource
from docpact.dialects.httpdomain.vocabulary import WITHOUT_BODY
from docpact.dialects.statements import (
    BodyStatement,
    FieldStatement,
    Location,
    ResponseStatement,
    Source,
    TypeStatement,
)
from docpact.read.page import Block, Paragraph, Span, Text, flat_blocks


@dataclass(frozen=True, slots=True, kw_only=True)
class Referrer:
    """Follows the references of one operation."""

    draft: Draft
    page: str
    resources: Sequence[Resource]

    def fill_bodies(self, bodies: tuple[BodyStatement, ...]) -> tuple[BodyStatement, ...]:
        """Return the bodies with their linked objects' fields; where there are none, what the text refers to."""
        if not self.resources:
            return bodies
        if bodies or self.draft.method in WITHOUT_BODY:
            return tuple(replace(one, fields=self._linked(one.fields)) for one in bodies)
        reference = find_reference(_texts(self.draft.description), self.resources, self.page, "request")
        if reference is None:
            return bodies
        kind, fields = self._referred(reference, "body")
        return (BodyStatement(type=kind, fields=fields, source=Source.TABLE, origin=self.draft.origin),)

    def fill_responses(self, responses: tuple[ResponseStatement, ...]) -> tuple[ResponseStatement, ...]:
        """Return the responses with their linked objects' fields, the success with those that the text refers to."""
        if not self.resources:
            return responses
        responses = tuple(replace(one, fields=self._linked(one.fields)) for one in responses)
        success = next((one for one in responses if one.status[0] == "2" or one.status == "default"), None)
        if success is not None and (success.fields or success.types):
            return responses
        said = [success.description] if success is not None else []
        texts = list(_texts(self.draft.description))
        reference = find_reference(said, self.resources, self.page, None) or find_reference(
            texts, self.resources, self.page, "response"
        )
        if reference is None:
            return responses
        kind, fields = self._referred(reference, "response")
        types = (kind,) if kind else ()
        if success is not None:
            return tuple(replace(one, types=types, fields=fields) if one is success else one for one in responses)
        text, origin = Text((), self.draft.origin), self.draft.origin
        made = ResponseStatement(
            status="default", types=types, fields=fields, description=text, source=Source.TABLE, origin=origin
        )
        return (*responses, made)

    def _linked(self, fields: tuple[FieldStatement, ...]) -> tuple[FieldStatement, ...]:
        found: list[FieldStatement] = []
        for field in fields:
            if field.fields:
                found.append(replace(field, fields=self._linked(field.fields)))
            else:
                found.append(with_resource(field, self.resources, _texts(field.description)))
        return tuple(found)

    def _referred(
        self, reference: Reference, location: Location
    ) -> tuple[TypeStatement | None, tuple[FieldStatement, ...]]:
        words = Text((Span(reference.resource.title),), self.draft.origin)
        kind = TypeStatement(words=words, lists=1) if reference.many else None
        return kind, reference.resource.fields(location)


def _texts(blocks: tuple[Block, ...]) -> Iterator[Text]:
    for block in flat_blocks(blocks):
        if isinstance(block, Paragraph):
            yield block.text
