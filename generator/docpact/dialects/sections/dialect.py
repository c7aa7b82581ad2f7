"""The dialect of request lines, captioned tables, lists and samples: one topic after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from docpact.config import DialectOptions
from docpact.diagnostics import Diagnostic, Origin, Report
from docpact.dialects.protocol import PageView
from docpact.dialects.sections.adapted import adapt_sections
from docpact.dialects.sections.blocks import description_blocks, labels_of
from docpact.dialects.sections.enums import read_enum
from docpact.dialects.sections.fields import note_texts, object_statements, page_tables
from docpact.dialects.sections.general import find_rate_limit
from docpact.dialects.sections.kinds import Kind, Topic, Topics, find_topics
from docpact.dialects.sections.linked import (
    all_types,
    labelled_tables,
    read_linked_sections,
    referred_labels,
    without_explanations,
)
from docpact.dialects.sections.opened import open_tables
from docpact.dialects.sections.operations import read_operation
from docpact.dialects.sections.retold import unite_retold
from docpact.dialects.sections.same_as import take_same
from docpact.dialects.sections.samples import read_samples
from docpact.dialects.sections.security import find_oauth, find_schemes, schemes_in_words
from docpact.dialects.sections.silence import settle_silence
from docpact.dialects.sections.unowned import report_unowned
from docpact.dialects.sections.unpaired import report_unpaired
from docpact.dialects.sections.unread import report_unread
from docpact.dialects.sections.unused import is_shown, is_undescribed, report_unused, without_mentions
from docpact.dialects.statements import (
    CallStatement,
    Documentation,
    OperationStatement,
    PageStatement,
    SchemeStatement,
    StructureStatement,
    WebhookStatement,
)
from docpact.dialects.words.telling import read_extended
from docpact.read.markup import DirectiveSpec, Markup
from docpact.read.page import Note, Paragraph, Section


@dataclass(frozen=True, slots=True)
class Sections:
    """The house dialect, and all documentation that is written by hand."""

    options: DialectOptions = field(default_factory=DialectOptions)
    """What the configuration declares of an author's own dialect."""
    name: str = "sections"

    @property
    def markup(self) -> Markup:
        """The directives and roles that are declared."""
        directives = tuple(DirectiveSpec(name=name) for name in self.options.directives)
        return Markup(directives=directives, roles=tuple(self.options.roles))

    @property
    def _declares(self) -> bool:
        return bool(self.options.directives or self.options.roles)

    def claims(self, section: Section) -> bool:  # noqa: ARG002 - the protocol's signature.
        """Tell that every section is read that no other dialect claims."""
        return True

    def read(self, pages: Sequence[PageView], report: Report) -> Documentation:
        """Return what the sections say, topic by topic."""
        reported: set[Origin] = set()

        def note(diagnostic: Diagnostic) -> None:
            reported.add(diagnostic.origin)
            report(diagnostic)

        pages = [replace(view, sections=open_tables(adapt_sections(view.sections, self.options))) for view in pages]
        marked = next((view.marked for view in pages), ())
        topics = find_topics(pages, note, alone=not marked)
        tables = labelled_tables(topics)
        labels = frozenset(tables)
        named = list(_operations(topics, marked, labels, note, declared=self._declares))
        operations = settle_silence(without_mentions(named))
        operations = [_without_explanations(operation, labels) for operation in operations]
        operations = take_same(unite_retold(operations, report), topics, report)
        _report_scopes(operations, report)
        report_unpaired(topics, [*operations, *marked], reported, note)
        report_unused(pages, [*operations, *marked], reported, report)
        structures = tuple(
            read_structure(topic, report) for topic in _components(topics, Kind.STRUCTURE, marked, operations)
        )
        enums = _components(topics, Kind.ENUM, marked, operations)
        webhooks = tuple(read_webhook(topic, report) for topic in topics.of_kind(Kind.WEBHOOK))
        documentation = Documentation(
            title=_title(topics),
            operations=tuple(operations),
            structures=structures,
            enums=tuple(enum for topic in enums if (enum := read_enum(topic, report))),
            webhooks=webhooks,
            sections=read_linked_sections(tables, all_types(operations, [*structures, *webhooks]), report),
            schemes=_schemes(operations, marked, topics),
            rate_limit=find_rate_limit(topics),
            oauth=find_oauth(topics),
            pages=tuple(
                PageStatement(name=topic.name, path=topic.origin.path, labels=labels_of(topic))
                for topic in topics.by_name.values()
            ),
        )
        report_unread(pages, documentation, report)
        if operations and not marked:
            report_unowned(documentation, topics, reported, report)
        return documentation


def _operations(
    topics: Topics,
    marked: Sequence[OperationStatement],
    structures: frozenset[str],
    report: Report,
    *,
    declared: bool,
) -> Iterator[OperationStatement]:
    """Yield the topics' operations.

    Where directives mark operations, a request line elsewhere names one only if a table or list describes it. Else it
    is a sample of one, about which nothing is a fault; or nothing that the document has, which is reported. Who has
    `declared` markup of their own means operations with it. `structures` are what sentences may name.
    """
    referred = referred_labels(topics)
    for topic in topics.of_kind(Kind.ENDPOINT):
        found: list[Diagnostic] = []
        operation = read_operation(topic, topics, found.append, referred, structures)
        if operation is not None and marked and is_undescribed(operation):
            if is_shown(operation, topic.sections, marked):
                continue
            if not declared:
                line = f"{operation.method} {operation.path}"
                message = f"`{line}` has no directive, table or list, as the other operations have: it isn't one"
                report(Diagnostic(code="request-line-unused", message=message, origin=operation.origin))
                continue
        for diagnostic in found:
            report(diagnostic)
        if operation is not None:
            yield operation


def _components(
    topics: Topics, kind: Kind, marked: Sequence[OperationStatement], operations: Sequence[OperationStatement]
) -> Iterator[Topic]:
    """Yield the topics that describe structures or enums.

    Where directives mark operations, a table of names and types or values elsewhere may be of anything: it is the
    API's only where the type of a field links or names it.
    """
    found = topics.of_kind(kind)
    if not marked:
        yield from found
        return
    types = list(all_types([*marked, *operations], ()))
    named = {_squash(one.name) for one in types if one.name}
    named |= {_squash(one.link.target.rpartition("/")[2]) for one in types if one.link is not None}
    for topic in found:
        if named & {_squash(word) for word in (topic.stem, topic.title, *labels_of(topic))}:
            yield topic


def _squash(name: str) -> str:
    return re.sub(r"[\W_]", "", name.lower())


def read_structure(topic: Topic, report: Report) -> StructureStatement:
    """Return the structure whose properties the topic's tables list."""
    notes = note_texts([block for section in topic.sections for block in section.blocks])
    tables = [table for _, table in page_tables(topic.sections)]
    if not tables:
        report(Diagnostic(code="structure-empty", message="no table of names and types", origin=topic.origin))
    return StructureStatement(
        key=topic.name,
        page=topic.name,
        title=topic.title,
        labels=labels_of(topic),
        fields=object_statements(tables, "response", notes, report),
        extends=tuple(read_extended(notes)),
        blocks=description_blocks(topic),
        origin=topic.origin,
    )


def read_webhook(topic: Topic, report: Report) -> WebhookStatement:
    """Return the webhook whose body the topic's first table describes."""
    lead = next((section for section in topic.sections if section.depth == 1), topic.sections[0])
    tables = [table for _, table in page_tables(topic.sections)[:1]]
    samples = read_samples(topic, report).samples
    return WebhookStatement(
        event=topic.stem,
        page=topic.name,
        title=topic.title,
        blocks=tuple(block for block in lead.blocks if isinstance(block, Paragraph | Note)),
        fields=object_statements(tables, "response", (), report),
        samples=tuple(sample for sample in samples if sample.direction == "response"),
        origin=topic.origin,
    )


def _without_explanations(operation: OperationStatement, known: frozenset[str]) -> OperationStatement:
    return replace(
        operation,
        fields=without_explanations(operation.fields, known),
        bodies=tuple(replace(one, fields=without_explanations(one.fields, known)) for one in operation.bodies),
        responses=tuple(replace(one, fields=without_explanations(one.fields, known)) for one in operation.responses),
    )


def _all_calls(operations: Sequence[OperationStatement], topics: Topics) -> Iterator[CallStatement]:
    """Yield the operations' calls, and those on pages without operations, where nothing else is a sample."""
    for operation in operations:
        yield from operation.calls
    for topic in topics.of_kind(Kind.GENERAL):
        yield from read_samples(topic, lambda _: None).calls


def _schemes(
    operations: Sequence[OperationStatement], marked: Sequence[OperationStatement], topics: Topics
) -> tuple[SchemeStatement, ...]:
    described = (one for operation in (*marked, *operations) for one in operation.fields)
    fields = {one.name.lower() for one in described if one.location == "header"}
    return find_schemes(_all_calls(operations, topics), schemes_in_words(topics), fields)


def _title(topics: Topics) -> str:
    index = topics.by_name.get("index")
    return index.title if index else ""


def _report_scopes(operations: Sequence[OperationStatement], report: Report) -> None:
    """Report the operations without scopes, where others have them; an API without any has none."""
    missing = [operation for operation in operations if not operation.scopes]
    for operation in missing if len(missing) < len(operations) else ():
        message = "no table of scopes: which permission the operation needs is left open"
        report(Diagnostic(code="scopes-missing", message=message, origin=operation.page_origin))
