"""Pages → topics: what each page, or part of a page, documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from docpact.diagnostics import Diagnostic, Origin, Report
from docpact.dialects.protocol import PageView
from docpact.dialects.sections.columns import Column, find_column
from docpact.dialects.sections.line_calls import calls_in
from docpact.dialects.sections.part_cutting import Part
from docpact.dialects.sections.parts import count_calls, find_parts
from docpact.dialects.sections.request_line import RequestLine, with_base_in_path
from docpact.dialects.sections.rows import is_field_table
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
    "getting-started", "getting_started", "quickstart", "examples",
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
    structured: tuple[Section, ...] = ()
    """The same sections with their lists."""
    line: RequestLine | None = None
    """The operation's request line."""
    rule: str = ""
    """Which rule found it."""
    head: str = ""
    """The title of the section that begins the operation's description."""
    siblings: tuple[RequestLine, ...] = ()
    """The request lines of other operations that the same text describes."""
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


def find_topics(views: Iterable[PageView], report: Report | None = None, *, alone: bool = True) -> Topics:
    """Return the topics of the claimed sections.

    Where no page has a line that is a request line and nothing else, sentences that name a method and a path do;
    unless, not `alone`, directives of other dialects mark the operations.
    """
    views = tuple(views)
    topics = [topic for view in views for topic in _topics(view, report or _ignore)]
    if alone and all(topic.line is None for topic in topics):
        topics = [topic for view in views for topic in _topics(view, _ignore, lenient=True)]
    if alone and _names_by_calls(views, topics):
        topics = [topic for view in views for topic in _topics(view, _ignore, by_calls=True)]
    found = {topic.name: topic for topic in with_differing_prefixes(topics)}
    return Topics(by_name=dict(sorted(found.items())))


def with_differing_prefixes(topics: Sequence[Topic]) -> Iterator[Topic]:
    """Yield the topics with versions and the like as part of the path where the request lines name several.

    An address with a host and a path without one may begin alike or not: both mean the same server.
    """
    bases = {(bool(line.host), line.base) for topic in topics if (line := topic.line) is not None}
    named = {base for _, base in bases if base}
    bare = any(not base for host, base in bases if not host)
    differ = len(named) > 1 or (len(named) == 1 and bare and not any(host for host, _ in bases))
    for topic in topics:
        line = topic.line
        if line is None or not differ:
            yield topic
        else:
            siblings = tuple(with_base_in_path(one) for one in topic.siblings)
            yield replace(topic, line=with_base_in_path(line), siblings=siblings)


def _names_by_calls(views: Sequence[PageView], topics: Sequence[Topic]) -> bool:
    """Tell whether calls are the way in which the documentation names operations: more sections do so than others.

    Elsewhere a call shows an operation that its request line names.
    """
    if sum(topic.line is not None for topic in topics) > sum(
        1 for view in views for section in view.sections if any(True for _ in calls_in(list(enumerate(section.blocks))))
    ):
        return False
    counts = [count_calls(view.sections) for view in views if not _is_general(view.page.name)]
    return sum(calls for calls, _ in counts) > max(sum(others for _, others in counts), FEWEST_CALLS - 1)


FEWEST_CALLS = 2
"""One section with a call is a tip, not a way to write."""


def _ignore(_: Diagnostic) -> None:
    """Pass over a diagnostic."""


def _topics(view: PageView, report: Report, *, lenient: bool = False, by_calls: bool = False) -> Iterator[Topic]:
    page, sections = view.page, flat(view.sections)
    whole = Topic(
        kind=Kind.GENERAL,
        name=page.name,
        title=page.title,
        sections=sections,
        structured=view.sections,
        origin=page.origin,
    )
    faults: list[Diagnostic] = []
    found = find_parts(view.sections, faults.append, lenient=lenient, by_calls=by_calls and not _is_general(page.name))
    shared = is_shared(view)
    if shared:
        kept = tuple(part for part in found.parts if _is_described(flat(part.sections)))
        found = replace(found, parts=kept, rest=found.rest if kept else view.sections)
    names_one = any(part.whole for part in found.parts)
    kind = _kind(whole, names_one=names_one)
    split = bool(found.parts) and (shared or _may_be_split(whole, found.parts))
    if split or kind is Kind.ENDPOINT:
        for fault in faults:
            report(fault)
    if not split:
        # What is reported as malformed isn't missing as well.
        kind = Kind.INDEX if kind is Kind.ENDPOINT and (shared or faults) else kind
        yield replace(whole, kind=kind)
        return
    if not found.parts[0].whole:
        yield replace(
            whole, kind=Kind.INDEX, name=f"{page.name}/index", structured=found.rest, sections=flat(found.rest)
        )
    for part in found.parts:
        yield Topic(
            kind=Kind.ENDPOINT,
            name=page.name if part.whole else f"{page.name}/{part.name}",
            title=page.title if part.whole else part.title,
            sections=sections if part.whole else flat(part.sections),
            structured=part.sections,
            line=part.line,
            rule=part.rule,
            head=part.head,
            siblings=part.siblings,
            origin=page.origin if part.whole else part.sections[0].origin,
        )


def is_shared(view: PageView) -> bool:
    """Tell whether another dialect reads some of the page.

    Its author has a way of writing operations there, so a request line beside them is an example, unless a table
    describes what is sent or comes back.
    """
    return len(view.sections) < len(view.page.sections)


def flat(sections: Iterable[Section]) -> tuple[Section, ...]:
    """Return the sections with lists taken apart into paragraphs."""
    return tuple(replace(section, blocks=tuple(flat_blocks(section.blocks))) for section in sections)


def _may_be_split(topic: Topic, parts: Sequence[Part]) -> bool:
    """Tell whether the parts are operations: in a guide only where a table describes each, since steps aren't."""
    by_folder = _kind_by_folder(topic.name)
    if by_folder is Kind.ENDPOINT:
        return True
    return not (_is_general(topic.name) or by_folder) or all(_is_described(flat(part.sections)) for part in parts)


def _is_described(sections: Sequence[Section]) -> bool:
    """Tell whether a table there lists fields or responses."""
    tables = [block for section in sections for block in section.blocks if isinstance(block, Table)]
    return any(is_field_table(table) or find_column(table, Column.STATUS) is not None for table in tables)


def _kind(topic: Topic, *, names_one: bool) -> Kind:
    """Return what a whole page documents: what it has counts before what its folder is called."""
    by_folder, general, index = _kind_by_folder(topic.name), _is_general(topic.name), topic.stem == "index"
    shape = Kind.ENDPOINT if names_one else _kind_by_shape(topic.sections)
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
    blocks = [block for section in sections for block in walk_blocks(section.blocks)]
    tables = [block for block in blocks if isinstance(block, Table) and find_column(block, Column.NAME) is not None]
    typed = [table for table in tables if find_column(table, Column.TYPE) is not None]
    if any(find_column(table, Column.VALUE) is not None for table in tables if table not in typed):
        return Kind.ENUM
    return Kind.STRUCTURE if typed else Kind.GENERAL
