"""Pages → `Api`: the steps in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from rstapi.diagnostics import Diagnostic, Origin, Report
from rstapi.model.drafts import Context, draft_object, draft_schema, note_texts, page_tables
from rstapi.model.enums import build_enum
from rstapi.model.evidence import Source
from rstapi.model.limits import Stated
from rstapi.model.links import LinkResolver
from rstapi.model.names import component_names, squash
from rstapi.model.observe import Observations
from rstapi.model.operations import OperationDraft, ResponseRow, draft_operation
from rstapi.model.parameters import ParameterBuilder
from rstapi.model.payloads import PayloadSettler, is_enveloped, learn_envelope
from rstapi.model.request_line import common_spelling
from rstapi.model.rows import Field
from rstapi.model.samples import JsonSample, read_samples
from rstapi.model.settle import Settler, references
from rstapi.model.types import (
    Api, Array, Component, Enum, Envelope, Example, Object, Operation, Reference, RequestBody, Response, Schema, Unknown,
    Webhook,
)  # fmt: skip
from rstapi.read import DocumentationTree, Note, Page, PageKind, Paragraph, Sample, Text

NO_CONTENT = frozenset({204, 205, 304})
FIRST_ERROR = 400


def build_api(tree: DocumentationTree, report: Report) -> Api:
    """Return what the pages say together: drafts by page, then samples, then everything settled by both."""
    builder = _Builder(tree, report)
    return builder.build()


@dataclass(slots=True)
class _Answer:
    """A response, between its row and its settled form."""

    row: ResponseRow | None
    status: int
    origin: Origin
    payload: Schema | None
    enveloped: bool
    samples: list[JsonSample]


class _Builder:
    def __init__(self, tree: DocumentationTree, report: Report) -> None:
        self.tree = tree
        self.report = report
        structures = [page.name for page in tree.of_kind(PageKind.STRUCTURE)]
        enums = {page.name: enum for page in tree.of_kind(PageKind.ENUM) if (enum := build_enum(page, report))}
        self.names = component_names(structures, enums)
        self.context = Context(resolver=LinkResolver(tree), names=self.names, report=report)
        self.schemas: dict[str, Object | Enum] = {self.names[page]: enum for page, enum in enums.items()}
        for page in tree.of_kind(PageKind.STRUCTURE):
            self.schemas[self.names[page.name]] = self._structure(page)
        self.observations = Observations(self.schemas)

    def build(self) -> Api:
        drafts = self._drafts()
        envelope = learn_envelope([s.value for d in drafts for s in d.samples.responses if (s.status or 200) < FIRST_ERROR])
        answers = {draft.operation_id: self._answers(draft, envelope) for draft in drafts}
        webhooks = [self._webhook_draft(page) for page in self.tree.of_kind(PageKind.WEBHOOK)]
        self._observe(drafts, answers, envelope)
        settled = self._settle_components()
        parameters = ParameterBuilder(drafts, settled, self.context)
        operations = [self._operation(draft, answers[draft.operation_id], parameters) for draft in drafts]
        servers = Counter(draft.line.server for draft in drafts)
        server = min(servers, key=lambda name: (-servers[name], name)) if servers else ""
        if "|" in server:
            message = f"`{server}` has names that nothing replaces; the server's URL is left open"
            report_at = drafts[0].line.origin
            self.report(Diagnostic(code="substitution-unknown", message=message, origin=report_at))
        links = dict(self.names) | {draft.page.name: draft.operation_id for draft in drafts}
        return Api(
            server="" if "|" in server else server,
            operations=tuple(operations),
            components=tuple(self._components(settled)),
            webhooks=tuple(self._webhook(page, body, samples) for page, body, samples in webhooks if body.properties),
            envelope=envelope,
            tags=tuple(dict.fromkeys(operation.tag for operation in operations)),
            links=links,
            schemes=self._schemes(drafts),
        )

    def _structure(self, page: Page) -> Object:
        notes = note_texts([block for section in page.sections for block in section.blocks])
        tables = page_tables(page)
        if not tables:
            self.report(Diagnostic(code="structure-empty", message="no table of names and types", origin=page.origin))
        return draft_object(tables, page, notes, self.context)

    def _drafts(self) -> list[OperationDraft]:
        drafts = [draft for page in self.tree.of_kind(PageKind.ENDPOINT) if (draft := draft_operation(page, self.context))]
        spelling = common_spelling(draft.line.path for draft in drafts)
        kept: dict[tuple[str, str], OperationDraft] = {}
        for draft in drafts:
            path = "/".join(s if "{" in s else spelling.get(s.lower(), s) for s in draft.line.path.split("/"))
            if path != draft.line.path:
                message = f"`{draft.line.path}` is spelled `{path}` on other pages, which is taken"
                self.report(Diagnostic(code="path-case", message=message, origin=draft.line.origin))
            key = (draft.line.method, path)
            if key in kept:
                message = f"{draft.line.method} {path} is documented by another page already; this one is left out"
                other = kept[key].line.origin
                self.report(Diagnostic(code="operation-repeated", message=message, origin=draft.line.origin, related=(other,)))
                continue
            kept[key] = replace(draft, line=replace(draft.line, path=path))
        return list(kept.values())

    def _answers(self, draft: OperationDraft, envelope: Envelope | None) -> list[_Answer]:
        """Return the operation's responses with their payloads, by what the table and the samples say."""
        by_status: dict[int, list[JsonSample]] = {}
        listed = [row.status for row in draft.responses]
        success = next((status for status in listed if status < FIRST_ERROR), 200)
        for sample in draft.samples.responses:
            by_status.setdefault(sample.status or success, []).append(sample)
        answers = [self._answer(draft, row, row.status, row.origin, by_status, envelope) for row in draft.responses]
        named = {**{s: samples[0].origin for s, samples in by_status.items()}, **dict(draft.samples.statuses)}
        for status, origin in sorted(named.items()):
            if status not in listed:
                self.report(Diagnostic(code="status-unlisted", message=f"a sample shows status {status}, no table lists it", origin=origin))
                answers.append(self._answer(draft, None, status, origin, by_status, envelope))
        if not answers:
            self.report(Diagnostic(code="responses-missing", message="no table of responses and no sample", origin=draft.page.origin))
        return answers

    def _answer(
        self, draft: OperationDraft, row: ResponseRow | None, status: int, origin: Origin,
        by_status: Mapping[int, list[JsonSample]], envelope: Envelope | None,
    ) -> _Answer:  # fmt: skip
        samples = by_status.get(status, [])
        if status in NO_CONTENT:
            if samples:
                message = f"a body is shown for status {status}, which has none; it is left out"
                self.report(Diagnostic(code="body-impossible", message=message, origin=samples[0].origin))
            return _Answer(row, status, origin, None, enveloped=False, samples=[])
        bare = bool(samples) and not any(is_enveloped(sample.value, envelope) for sample in samples)
        if bare and envelope is not None:
            message = "the sample has no envelope, unlike the others; it is taken as it stands"
            self.report(Diagnostic(code="envelope-missing", message=message, origin=samples[0].origin))
        enveloped = envelope is not None and not bare
        declared = [self._declared(draft, kind, cell) for kind, cell in row.types if not kind.empty] if row else []
        if status >= FIRST_ERROR and declared and all(isinstance(schema, Unknown) for schema in declared):
            declared = []
        values = [s.value.get(envelope.payload) if enveloped and envelope and isinstance(s.value, dict) else s.value for s in samples]
        if enveloped and envelope and not any(envelope.payload in s.value for s in samples if isinstance(s.value, dict)) and samples:
            values = []
        if not declared and not [value for value in values if value is not None]:
            return _Answer(row, status, origin, None, enveloped=enveloped and not self._says_no_body(row), samples=samples)
        settler = PayloadSettler(drafts=self.schemas, by_name=self._structures_by_name(), report=self.report)
        payload = settler.settle(declared, values, origin, samples[0].origin if samples else None)
        return _Answer(row, status, origin, payload, enveloped=enveloped, samples=samples)

    def _says_no_body(self, row: ResponseRow | None) -> bool:
        return row is not None and any(cell.plain.lower() in {"no response body", "no body"} for _, cell in row.types)

    def _declared(self, draft: OperationDraft, kind: Any, cell: Text) -> Schema:  # noqa: ANN401
        field = Field(name="", type=kind, type_cell=cell, stated=Stated(), description=cell, origin=cell.origin)
        return draft_schema(field, Stated(), draft.page, self.context)

    def _structures_by_name(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for page in self.tree.of_kind(PageKind.STRUCTURE):
            found[squash(page.stem)] = found[f"{squash(page.stem)}s"] = self.names[page.name]
        return found

    def _observe(self, drafts: Sequence[OperationDraft], answers: Mapping[str, list[_Answer]], envelope: Envelope | None) -> None:
        for draft in drafts:
            for sample in draft.samples.bodies if draft.body else ():
                self.observations.observe(f"{draft.owner}.body", draft.body or Object(properties=()), sample.value, sample.origin)
            for answer in answers[draft.operation_id]:
                for sample in answer.samples if answer.payload else ():
                    value = sample.value.get(envelope.payload) if answer.enveloped and envelope else sample.value
                    self.observations.observe(f"{draft.owner}.{answer.status}", answer.payload or Unknown(), value, sample.origin)

    def _settle_components(self) -> dict[str, Object | Enum]:
        settler = Settler(observations=self.observations, report=self.report, source=Source.SAMPLE_RESPONSE)
        return {
            name: schema if isinstance(schema, Enum) else settler.settle_object(name, schema, silent_required=False)
            for name, schema in self.schemas.items()
        }

    def _operation(self, draft: OperationDraft, answers: Sequence[_Answer], parameters: ParameterBuilder) -> Operation:
        result = next((answer.payload for answer in answers if answer.payload is not None), None)
        return Operation(
            operation_id=draft.operation_id,
            method=draft.line.method,
            path=draft.line.path,
            page=draft.page.name,
            tag=self._tag(draft.page),
            title=draft.page.title,
            blocks=draft.blocks,
            parameters=parameters.build(draft, result),
            body=self._body(draft),
            responses=tuple(self._response(draft, answer) for answer in answers),
            scopes=draft.scopes,
            min_interval_seconds=draft.min_interval_seconds,
            origin=draft.line.origin,
        )

    def _body(self, draft: OperationDraft) -> RequestBody | None:
        if draft.body is None or not draft.body.properties:
            return None
        settler = Settler(observations=self.observations, report=self.report, source=Source.SAMPLE_REQUEST)
        schema = settler.settle_object(f"{draft.owner}.body", draft.body, silent_required=True)
        return RequestBody(schema=schema, examples=_examples(draft.samples.bodies), origin=draft.body.properties[0].origin)

    def _response(self, draft: OperationDraft, answer: _Answer) -> Response:
        payload = answer.payload
        if payload is not None:
            settler = Settler(observations=self.observations, report=self.report, source=Source.SAMPLE_RESPONSE)
            owner = f"{draft.owner}.{answer.status}"
            inner = payload.items if isinstance(payload, Array) else payload
            if isinstance(inner, Object):
                inner = settler.settle_object(owner, inner, silent_required=False)
                payload = replace(payload, items=inner) if isinstance(payload, Array) else inner
        return Response(
            status=answer.status,
            payload=payload,
            enveloped=answer.enveloped,
            blocks=(Paragraph(answer.row.description),) if answer.row else (),
            examples=_examples(answer.samples),
            origin=answer.origin,
        )

    def _components(self, settled: Mapping[str, Object | Enum]) -> list[Component]:
        found = []
        for page_name, name in sorted(self.names.items(), key=lambda entry: entry[1]):
            page = self.tree.pages[page_name]
            blocks = tuple(
                block for section in page.sections for block in section.blocks
                if isinstance(block, Note) or (isinstance(block, Paragraph) and not block.text.label)
            )  # fmt: skip
            found.append(Component(name=name, page=page_name, title=page.title, schema=settled[name], blocks=blocks, origin=page.origin))
        return found

    def _webhook_draft(self, page: Page) -> tuple[Page, Object, tuple[JsonSample, ...]]:
        body = draft_object(page_tables(page)[:1], page, (), self.context)
        samples = read_samples(page, self.report).responses
        for sample in samples:
            self.observations.observe(f"#webhook.{page.stem}", body, sample.value, sample.origin)
        return page, body, samples

    def _webhook(self, page: Page, body: Object, samples: Sequence[JsonSample]) -> Webhook:
        settler = Settler(observations=self.observations, report=self.report, source=Source.SAMPLE_RESPONSE)
        lead = next((section for section in page.sections if section.depth == 1), page.sections[0])
        return Webhook(
            event=page.stem,
            page=page.name,
            title=page.title,
            blocks=tuple(block for block in lead.blocks if isinstance(block, Paragraph | Note)),
            body=settler.settle_object(f"#webhook.{page.stem}", body, silent_required=False),
            examples=_examples(samples),
            origin=page.origin,
        )

    def _tag(self, page: Page) -> str:
        """Return the title of the group's index page, or the folder's name; pages at the root share one tag."""
        index = self.tree.pages.get(page.name.rsplit("/", 1)[0] + "/index") if "/" in page.name else None
        return index.title if index is not None and index.title else page.group or "default"

    def _schemes(self, drafts: Sequence[OperationDraft]) -> tuple[str, ...]:
        """Return the authentication schemes that sample requests of any page show."""
        found: Counter[str] = Counter()
        general = [read_samples(page, lambda _: None) for page in self.tree.of_kind(PageKind.GENERAL)]
        for samples in [*(draft.samples for draft in drafts), *general]:
            found.update(value.split(" ", 1)[0] for curl in samples.curls if (value := curl.header("Authorization")))
        return tuple(scheme for scheme in sorted(found) if scheme.isalnum())


def _examples(samples: Sequence[JsonSample]) -> tuple[Example, ...]:
    return tuple(Example(title=sample.title, value=sample.value, origin=sample.origin) for sample in samples)
