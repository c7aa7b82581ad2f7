"""Tables of fields in sections of their own, which operations refer to instead of listing the fields again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from docpact.dialects.httpdomain.captions import Direction, caption_direction
from docpact.dialects.httpdomain.placement import Placed, nest, split_name
from docpact.dialects.httpdomain.scope import has_own_directive
from docpact.dialects.httpdomain.tables import is_field_table, read_table_fields
from docpact.dialects.statements import FieldStatement, Location, Source, TypeStatement
from docpact.read.page import LinkKind, Page, Section, Table, Text

RESOURCE = re.compile(r"\b(?:resources?|ressources?|objects?|objets?|representation|représentation)\b", re.IGNORECASE)
MANY = re.compile(r"\b(?:lists?|arrays?|collections?|listes?|tableaux?|tableau|all|tou(?:te)?s)\b", re.IGNORECASE)
SENTENCE = re.compile(r"(?<=[.!?])\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """A table of fields that has a heading or label of its own."""

    page: str
    title: str
    labels: frozenset[str]
    tables: tuple[Table, ...]

    def fields(self, location: Location) -> tuple[FieldStatement, ...]:
        """Return its rows as properties of a request or response."""
        fields = [field for table in self.tables for field in read_table_fields(table, location, None)]
        placed = [Placed(path=split_name(field.name, ()), statement=field) for field in fields]
        return nest(placed, location, Source.TABLE, lambda _: None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A sentence's reference to a resource."""

    resource: Resource
    many: bool
    """Whether it speaks of a list of them."""


def find_resources(pages: Iterable[Page]) -> tuple[Resource, ...]:
    """Return the tables of fields in sections without operations."""
    return tuple(resource for page in pages for resource in _of_page(page))


def _of_page(page: Page) -> Iterator[Resource]:
    for section in page.sections:
        if has_own_directive(section):
            continue
        tables = tuple(block for block in section.blocks if isinstance(block, Table) and is_field_table(block))
        if tables and section.title:
            yield Resource(page=page.name, title=section.title, labels=_labels(section, tables), tables=tables)


def _labels(section: Section, tables: Sequence[Table]) -> frozenset[str]:
    labels = [*section.labels, *(label for table in tables for label in table.labels)]
    return frozenset(label.lower() for label in labels)


def find_reference(
    texts: Iterable[Text], resources: Sequence[Resource], page: str, direction: Direction | None
) -> Reference | None:
    """Return the resource that one of the texts refers to in a sentence about that direction.

    A link names it; without one the page must have a single resource, and the sentence its title or the word.
    """
    own = [resource for resource in resources if resource.page == page]
    for text in texts:
        if (linked := _linked(text, resources)) and direction in {None, caption_direction(text.plain)}:
            return Reference(resource=linked, many=bool(MANY.search(text.plain)))
        for sentence in SENTENCE.split(text.plain):
            if direction is not None and caption_direction(sentence) != direction:
                continue
            if len(own) == 1 and (own[0].title.lower() in sentence.lower() or RESOURCE.search(sentence)):
                return Reference(resource=own[0], many=bool(MANY.search(sentence)))
    return None


def _linked(text: Text, resources: Sequence[Resource]) -> Resource | None:
    for span in text.links:
        if span.link is not None and span.link.kind is LinkKind.LABEL:
            target = span.link.target.lower()
            for resource in resources:
                if target in resource.labels:
                    return resource
    return None


def with_resource(statement: FieldStatement, resources: Sequence[Resource], texts: Iterable[Text]) -> FieldStatement:
    """Return a statement about an object with the fields of the resource that its own text links to."""
    kind = statement.type
    fits = kind is None or kind.lists or kind.map or kind.name
    resource = next((found for text in texts if (found := _linked(text, resources))), None) if fits else None
    if resource is None or statement.fields:
        return statement
    if kind is not None:
        kind = TypeStatement(words=kind.words, lists=kind.lists)
    return replace(statement, type=kind, fields=resource.fields(statement.location))
