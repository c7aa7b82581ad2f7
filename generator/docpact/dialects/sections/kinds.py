"""Pages → topics: what each page, or part of a page, documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from docpact.diagnostics import Origin
from docpact.dialects.protocol import PageView
from docpact.dialects.sections.columns import Column, find_column
from docpact.dialects.sections.request_line import find_request_lines
from docpact.dialects.sections.rows import is_field_table
from docpact.dialects.sections.split import Split, split_operations
from docpact.read.page import Section, Table, flat_blocks, walk_blocks


class Kind(StrEnum):
    """What a topic documents."""

    ENDPOINT = "endpoint"
    STRUCTURE = "structure"
    ENUM = "enum"
    WEBHOOK = "webhook"
    INDEX = "index"
    GENERAL = "general"


# What a folder's name says about its pages, where the page's own shape says nothing else.
KIND_BY_FOLDER = {
    "endpoints": Kind.ENDPOINT,
    "datastructures": Kind.STRUCTURE,
    "enums": Kind.ENUM,
    "webhooks": Kind.WEBHOOK,
    "events": Kind.WEBHOOK,
    "callbacks": Kind.WEBHOOK,
}
# Pages for people: a request line there is a step of a guide, unless a table describes what is sent or comes back.
GENERAL_FOLDERS = frozenset({
    "howtos", "how-to", "howto", "guides", "guide", "tutorials", "tutorial", "includes", "_templates", "_static",
})  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A page, or the part of one that documents one operation."""

    kind: Kind
    name: str
    """The page's name, with the part's heading after it: `endpoints/lock/get-all`."""
    title: str
    sections: tuple[Section, ...]
    """With lists taken apart into paragraphs; nesting is told by their depths."""
    origin: Origin

    @property
    def group(self) -> str:
        """The last folder of its name; empty at the root."""
        return self.name.rsplit("/", 2)[-2] if "/" in self.name else ""

    @property
    def stem(self) -> str:
        """The last part of its name."""
        return self.name.rsplit("/", 1)[-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Topics:
    """All topics of a documentation, by name."""

    by_name: Mapping[str, Topic] = field(default_factory=dict)

    def of_kind(self, kind: Kind) -> tuple[Topic, ...]:
        """Return the topics of that kind, by name."""
        return tuple(topic for topic in self.by_name.values() if topic.kind is kind)


def find_topics(views: Iterable[PageView]) -> Topics:
    """Return the topics of the claimed sections."""
    found = {topic.name: topic for view in views for topic in _topics(view)}
    return Topics(by_name=dict(sorted(found.items())))


def _topics(view: PageView) -> Iterator[Topic]:
    page = view.page
    sections = tuple(replace(section, blocks=tuple(flat_blocks(section.blocks))) for section in view.sections)
    whole = Topic(kind=Kind.GENERAL, name=page.name, title=page.title, sections=sections, origin=page.origin)
    shared = is_shared(view)
    heads = {id(own[0]) for own in _with_nested(sections) if find_request_lines(own[:1]) and _is_described(own)}
    split = split_operations(
        sections, lambda section: id(section) in heads if shared else bool(find_request_lines([section]))
    )
    if split is None or not (shared or _may_be_split(whole, split)):
        kind = _kind(whole)
        yield replace(whole, kind=Kind.INDEX if shared and kind is Kind.ENDPOINT and not heads else kind)
        return
    yield replace(whole, kind=Kind.INDEX, name=f"{page.name}/index", sections=split.rest)
    for name, own in split.parts:
        yield Topic(
            kind=Kind.ENDPOINT, name=f"{page.name}/{name}", title=own[0].title, sections=own, origin=own[0].origin
        )


def _with_nested(sections: Sequence[Section]) -> Iterator[Sequence[Section]]:
    """Yield each section with those that are nested in it."""
    for place, section in enumerate(sections):
        after = range(place + 1, len(sections))
        end = next((n for n in after if sections[n].depth <= section.depth), len(sections))
        yield sections[place:end]


def is_shared(view: PageView) -> bool:
    """Tell whether another dialect reads some of the page.

    Its author has a way of writing operations there, so a request line beside them is an example, unless a table
    describes what is sent or comes back.
    """
    return len(view.sections) < len(view.page.sections)


def _may_be_split(topic: Topic, split: Split) -> bool:
    """Tell whether the parts are operations: in a guide only where a table describes each, since steps aren't."""
    by_folder = _kind_by_folder(topic.name)
    if by_folder is Kind.ENDPOINT:
        return True
    return not (_is_general(topic.name) or by_folder) or all(_is_described(own) for _, own in split.parts)


def _is_described(sections: Sequence[Section]) -> bool:
    """Tell whether a table there lists fields or responses."""
    tables = [block for section in sections for block in section.blocks if isinstance(block, Table)]
    return any(is_field_table(table) or find_column(table, Column.STATUS) is not None for table in tables)


def _kind(topic: Topic) -> Kind:
    """Return what a whole page documents: what it has counts before what its folder is called."""
    by_folder, general, index = _kind_by_folder(topic.name), _is_general(topic.name), topic.stem == "index"
    shape = _kind_by_shape(topic.sections)
    if shape is Kind.ENDPOINT and _is_described(topic.sections):
        return Kind.ENDPOINT
    if index:
        return Kind.INDEX
    if general:
        return Kind.GENERAL
    # An overview page stands among its siblings without being one of them.
    if by_folder is Kind.WEBHOOK and shape is not Kind.STRUCTURE:
        return Kind.GENERAL
    return by_folder or shape


def _kind_by_folder(name: str) -> Kind | None:
    return next((KIND_BY_FOLDER[folder] for folder in name.split("/")[:-1] if folder in KIND_BY_FOLDER), None)


def _is_general(name: str) -> bool:
    return bool(GENERAL_FOLDERS.intersection(name.split("/")[:-1]))


def _kind_by_shape(sections: Sequence[Section]) -> Kind:
    if find_request_lines([section for section in sections if section.depth <= 1]):
        return Kind.ENDPOINT
    blocks = [block for section in sections for block in walk_blocks(section.blocks)]
    tables = [block for block in blocks if isinstance(block, Table) and find_column(block, Column.NAME) is not None]
    typed = [table for table in tables if find_column(table, Column.TYPE) is not None]
    if any(find_column(table, Column.VALUE) is not None for table in tables if table not in typed):
        return Kind.ENUM
    return Kind.STRUCTURE if typed else Kind.GENERAL
