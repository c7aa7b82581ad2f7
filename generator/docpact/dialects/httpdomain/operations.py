"""A directive and what stands around it → the statements about its operations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl

from docpact.diagnostics import Diagnostic, Report
from docpact.dialects.httpdomain.bodies import read_bodies
from docpact.dialects.httpdomain.captions import is_caption
from docpact.dialects.httpdomain.content import Shown
from docpact.dialects.httpdomain.corrections import correct_entries
from docpact.dialects.httpdomain.direction import Sign
from docpact.dialects.httpdomain.draft import Draft
from docpact.dialects.httpdomain.exchange import Route, later_exchanges, own_exchanges, settle_directions
from docpact.dialects.httpdomain.fields import Entry, read_fields
from docpact.dialects.httpdomain.markers import OUTDATED
from docpact.dialects.httpdomain.media import read_schemes, takes_authorization
from docpact.dialects.httpdomain.mentions import name_mentions
from docpact.dialects.httpdomain.messages import Message
from docpact.dialects.httpdomain.naming import is_named
from docpact.dialects.httpdomain.parameters import read_parameters
from docpact.dialects.httpdomain.properties import split_sides
from docpact.dialects.httpdomain.references import Referrer
from docpact.dialects.httpdomain.resources import Resource
from docpact.dialects.httpdomain.responses import read_responses
from docpact.dialects.httpdomain.signature import Signature
from docpact.dialects.httpdomain.statuses import StatusLine
from docpact.dialects.httpdomain.tabled import read_tables, tables_after
from docpact.dialects.httpdomain.telling import Telling
from docpact.dialects.httpdomain.vocabulary import NEVER_BODY, SENT, WITHOUT_BODY, Kind
from docpact.dialects.statements import (
    CallStatement,
    OperationStatement,
    SampleStatement,
    SchemeStatement,
    TagStatement,
)
from docpact.read.page import Block, DefinitionList, List, Note, Paragraph, flat_blocks

STATUS_SECTION = re.compile(
    r"\bstatus|\bcodes?\b|\berrors?\b|\bresponses?\b|statuts?|erreurs?|réponses?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """An operation and what is said with it."""

    operation: OperationStatement
    schemes: tuple[SchemeStatement, ...]
    """The ways of authentication that it names."""
    unindexed: bool
    """Whether it has `:noindex:`: it is told elsewhere, too."""
    labels: frozenset[str]
    """The targets that lead to it, in lower case."""
    authorized: bool
    """Whether it lists the header `Authorization`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationReader:
    """Reads tellings into statements."""

    sent: Sign
    resources: tuple[Resource, ...]
    routes: tuple[Route, ...]
    """All operations of the documentation."""
    report: Report

    def read(self, telling: Telling, source: Telling, tag: TagStatement) -> Iterator[Read]:
        """Yield an operation for each path of the directive; `source` is the twin that has the content."""
        for signature in telling.signatures:
            siblings = [*telling.signatures, *source.signatures]
            draft = self._draft(telling, source, signature, siblings)
            draft = correct_entries(draft, self.report)
            unindexed = "noindex" in dict(telling.found.directive.options)
            yield Read(
                operation=self._operation(draft, telling, tag),
                schemes=read_schemes(draft),
                unindexed=unindexed,
                labels=telling.found.labels,
                authorized=takes_authorization(draft),
            )

    def _draft(self, telling: Telling, source: Telling, signature: Signature, siblings: Sequence[Signature]) -> Draft:
        content, method = source.content, telling.found.method
        same = [part for title, part in source.after if not title]
        outside = [one for part in same for one in part.lists]
        if outside:
            message = "fields stand after the directive, not in it; they are read as its own"
            place = outside[0][0].origin
            self.report(
                Diagnostic(
                    code="field-outside", message=message, origin=place, related=(telling.found.directive.origin,)
                )
            )
        fields = read_fields([*content.lists, *outside], self.sent, self.report)
        entries = _own_entries(fields.entries, method, source.found.method, signature, siblings)
        values = dict(content.values)
        entries = tuple(replace(one, values=values.get(one.name, ())) for one in entries)
        options = dict(telling.found.directive.options)
        route = (method, signature.path)
        return Draft(
            method=method,
            signature=signature,
            entries=entries,
            statuses=(*content.statuses, *_statuses_after(source)),
            tables=(*content.tables, *tables_after(source)),
            shown=settle_directions(self._shown(route, source), entries, method),
            description=(*_said_before(telling), *content.description),
            synopsis=" ".join((options.get("synopsis") or content.synopsis).split()),
            deprecated=_deprecated(telling, source),
            content=not telling.content.is_empty,
            title=telling.found.sections[-1].title if telling.found.sections else "",
            origin=telling.found.directive.origin,
        )

    def _shown(self, route: Route, source: Telling) -> tuple[Shown, ...]:
        found = list(own_exchanges(route, source.content.shown, self.routes))
        for title, part in source.after:
            found += later_exchanges(route, part.shown, begun=not title)
        return tuple(found)

    def _operation(self, draft: Draft, telling: Telling, tag: TagStatement) -> OperationStatement:
        tabled = read_tables(draft)
        sides = split_sides(draft)
        body_fields = tabled["body"] if draft.method not in NEVER_BODY else ()
        bodies = read_bodies(draft, sides.sent, body_fields, self.report)
        responses = read_responses(draft, sides.received, tabled["response"], self.report)
        referrer = Referrer(draft=draft, page=telling.found.page.name, resources=self.resources)
        schemes = read_schemes(draft)
        return OperationStatement(
            method=draft.method,
            path=draft.signature.path,
            server=draft.signature.server,
            page=telling.found.page.name,
            name="",
            title=draft.synopsis or _heading(telling, tag),
            blocks=draft.description,
            tag=tag,
            fields=read_parameters(draft, (*tabled["path"], *tabled["query"], *tabled["header"]), self.report),
            bodies=referrer.fill_bodies(bodies),
            responses=referrer.fill_responses(responses),
            samples=tuple(_samples(draft)),
            calls=tuple(_calls(draft)),
            statuses=tuple((one.message.status, one.message.origin) for one in draft.responses if one.message.status),
            security=tuple(one.scheme for one in schemes) or None,
            deprecated=True if draft.deprecated else None,
            origin=draft.origin,
            page_origin=draft.origin,
        )


def _own_entries(
    entries: Sequence[Entry], method: str, told: str, signature: Signature, siblings: Sequence[Signature]
) -> tuple[Entry, ...]:
    """Return the entries that are about this method and path, not about a twin's."""
    own = {name for variable in signature.variables for name in (variable.name, *variable.aliases)}
    others = {name for one in siblings for variable in one.variables for name in (variable.name, *variable.aliases)}
    kept = [entry for entry in entries if entry.kind is not Kind.PATH or entry.name in own or entry.name not in others]
    if method != told and method in WITHOUT_BODY:
        kept = [entry for entry in kept if entry.kind not in SENT and entry.kind is not Kind.FORM]
    return tuple(kept)


def _statuses_after(source: Telling) -> Iterator[StatusLine]:
    for title, part in source.after:
        if not title or STATUS_SECTION.search(title):
            yield from part.statuses


def _said_before(telling: Telling) -> Iterator[Block]:
    """Yield the prose between the heading and the directive: of a section about this operation alone, and notes."""
    for block in name_mentions((*telling.found.lead, *telling.found.before)):
        if isinstance(block, Paragraph | Note | List | DefinitionList) and not (
            isinstance(block, Paragraph) and is_caption(block)
        ):
            yield block


def _heading(telling: Telling, tag: TagStatement) -> str:
    """Return the heading of a section about this operation alone: in words, and not the one that groups it."""
    found = telling.found
    if not found.alone or not is_named(found.sections[-1]) or found.sections[-1].title == tag.name:
        return ""
    return found.sections[-1].title


def _deprecated(telling: Telling, source: Telling) -> bool:
    found = telling.found
    options = dict(found.directive.options)
    synopsis = options.get("synopsis", "") or telling.content.synopsis
    return (
        "deprecated" in options
        or telling.content.deprecated
        or source.content.deprecated
        or bool(OUTDATED.search(synopsis))
        or any(_says_deprecated(block) for block in found.before)
    )


def _says_deprecated(block: Block) -> bool:
    if not isinstance(block, Note):
        return False
    words = " ".join(one.text.plain for one in flat_blocks(block.blocks) if isinstance(one, Paragraph))
    return block.kind == "deprecated" or (
        block.kind in {"warning", "attention", "caution", "danger", "important"} and "deprecated" in words.lower()
    )


def _samples(draft: Draft) -> Iterator[SampleStatement]:
    """Yield the bodies: JSON as values, others as text; JSON that can't be read is reported already."""
    for direction, shown in (("request", draft.requests), ("response", draft.responses)):
        for one in shown:
            message = one.message
            if message.is_json or (message.body and "json" not in message.media_type and not message.is_curl):
                yield SampleStatement(
                    direction=direction,  # type: ignore[arg-type]
                    status=message.status,
                    title=one.title,
                    media_type=message.media_type,
                    value=message.value if message.is_json else _form_value(message),
                    headers=message.headers,
                    origin=message.origin,
                )


def _form_value(message: Message) -> dict[str, str] | str:
    """Return the names and values of a form, of a name that is sent again the last; the text of any other body."""
    if "urlencoded" not in message.media_type:
        return message.body
    return dict(parse_qsl(message.body.strip(), keep_blank_values=True)) or message.body


def _calls(draft: Draft) -> Iterator[CallStatement]:
    for one in draft.requests:
        if one.message.method:
            yield CallStatement(
                method=one.message.method,
                url=one.message.url,
                headers=one.message.headers,
                body=one.message.body,
                sends_body=bool(one.message.body),
                origin=one.message.origin,
            )
