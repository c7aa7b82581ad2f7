"""Pages → `Api`: the steps in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from docpact.diagnostics import Diagnostic, Report
from docpact.model.answers import FIRST_ERROR, NO_CONTENT, Answer, AnswerDrafter, structures_by_name
from docpact.model.curls import check_curls
from docpact.model.drafts import Context, draft_object, note_texts, page_tables
from docpact.model.enums import build_enum
from docpact.model.evidence import Source
from docpact.model.general import find_rate_limit
from docpact.model.links import LinkResolver
from docpact.model.names import component_names
from docpact.model.observe import Observations
from docpact.model.operations import OperationDraft, draft_operation
from docpact.model.parameters import ParameterBuilder
from docpact.model.payloads import PayloadSettler, learn_envelope
from docpact.model.request_line import common_spelling
from docpact.model.samples import JsonSample, read_samples
from docpact.model.security import authentication_schemes, find_oauth
from docpact.model.settle import Settler
from docpact.model.tags import build_tags, tag_name
from docpact.model.types import (
    Api,
    Array,
    Component,
    Enum,
    Example,
    Object,
    Operation,
    RequestBody,
    Response,
    Unknown,
    Webhook,
)  # fmt: skip
from docpact.read import DocumentationTree, Note, Page, PageKind, Paragraph


def build_api(tree: DocumentationTree, report: Report) -> Api:
    """Return what the pages say together: drafts by page, then the samples, then everything settled by both."""
    builder = _Builder(tree, report)
    drafts = draft_operations(builder.context)
    # What is shown for a status without a body is a mistake of the page, and teaches nothing.
    shown = [s for d in drafts for s in d.samples.responses if s.status not in NO_CONTENT]
    successes = [sample.value for sample in shown if (sample.status or 200) < FIRST_ERROR]
    drafter = AnswerDrafter(
        context=builder.context, settler=builder.payload_settler(), envelope=learn_envelope(successes)
    )
    answers = {draft.operation_id: drafter.draft(draft) for draft in drafts}
    for draft in drafts:
        check_curls(draft, report)
        builder.observe(draft, answers[draft.operation_id], drafter)
    webhooks = [builder.draft_webhook(page) for page in tree.of_kind(PageKind.WEBHOOK)]
    settled = builder.settle_components()
    parameters = ParameterBuilder(drafts, settled, builder.context)
    operations = [builder.operation(draft, answers[draft.operation_id], parameters) for draft in drafts]
    return Api(
        server=common_server(drafts, report),
        operations=tuple(operations),
        components=tuple(builder.components(settled)),
        webhooks=tuple(builder.webhook(*webhook) for webhook in webhooks),
        envelope=drafter.envelope,
        tags=build_tags(tree, operations),
        links=dict(builder.context.names) | {draft.page.name: draft.operation_id for draft in drafts},
        schemes=authentication_schemes(drafts, [read_samples(page, report) for page in tree.of_kind(PageKind.GENERAL)]),
        rate_limit=find_rate_limit(tree),
        oauth=find_oauth(tree),
    )


def draft_operations(context: Context) -> list[OperationDraft]:
    """Return the drafts of all endpoint pages; of two pages about one operation the first."""
    pages = context.resolver.tree.of_kind(PageKind.ENDPOINT)
    drafts = [draft for page in pages if (draft := draft_operation(page, context))]
    spelling = common_spelling(draft.line.path for draft in drafts)
    kept: dict[tuple[str, str], OperationDraft] = {}
    for draft in drafts:
        line = draft.line
        path = "/".join(part if "{" in part else spelling.get(part.lower(), part) for part in line.path.split("/"))
        if path != line.path:
            message = f"`{line.path}` is spelled `{path}` on other pages, which is taken"
            context.report(Diagnostic(code="path-case", message=message, origin=line.origin))
        other = kept.setdefault((line.method, path), replace(draft, line=replace(line, path=path)))
        if other.page is not draft.page:
            message = f"{line.method} {path} is documented by another page already; this one is left out"
            related = (other.line.origin,)
            context.report(Diagnostic(code="operation-repeated", message=message, origin=line.origin, related=related))
    _report_scopes(list(kept.values()), context.report)
    return list(kept.values())


def _report_scopes(drafts: Sequence[OperationDraft], report: Report) -> None:
    """Report the pages without scopes; an API none of whose pages has any may have none, which is said once."""
    missing = [draft for draft in drafts if not draft.scopes]
    none = len(missing) == len(drafts)
    for draft in missing[:1] if none else missing:
        message = "no page has a table of scopes" if none else "no table of scopes"
        message += ": which permission the operation needs is left open"
        report(Diagnostic(code="scopes-missing", message=message, origin=draft.page.origin))


def common_server(drafts: Sequence[OperationDraft], report: Report) -> str:
    """Return the server that most request lines name; nothing where it has names that nobody defined."""
    counts = Counter(draft.line.server for draft in drafts)
    server = min(counts, key=lambda name: (-counts[name], name), default="")
    if "|" not in server:
        return server
    message = f"`{server}` has names that nothing replaces; the server's URL is left open"
    report(Diagnostic(code="substitution-unknown", message=message, origin=drafts[0].line.origin))
    return ""


class _Builder:
    """Settles what the drafts leave open, by the samples of the whole documentation."""

    def __init__(self, tree: DocumentationTree, report: Report) -> None:
        self.report = report
        structures = [page.name for page in tree.of_kind(PageKind.STRUCTURE)]
        enums = {page.name: enum for page in tree.of_kind(PageKind.ENUM) if (enum := build_enum(page, report))}
        names = component_names(structures, enums)
        self.tree = tree
        self.context = Context(resolver=LinkResolver(tree), names=names, report=report)
        self.schemas: dict[str, Object | Enum] = {names[page]: enum for page, enum in enums.items()}
        for page in tree.of_kind(PageKind.STRUCTURE):
            self.schemas[names[page.name]] = self._structure(page)
        self.observations = Observations(self.schemas)

    def payload_settler(self) -> PayloadSettler:
        names = {page: name for page, name in self.context.names.items() if isinstance(self.schemas[name], Object)}
        return PayloadSettler(drafts=self.schemas, by_name=structures_by_name(names), report=self.report)

    def observe(self, draft: OperationDraft, answers: Sequence[Answer], drafter: AnswerDrafter) -> None:
        for sample in draft.samples.bodies if draft.body else ():
            self.observations.observe(f"{draft.owner}.body", draft.body or Unknown(), sample.value, sample.origin)
        for answer in answers:
            for sample in answer.samples if answer.payload else ():
                value = drafter.payload_of(answer, sample)
                owner = f"{draft.owner}.{answer.row.status}"
                self.observations.observe(owner, answer.payload or Unknown(), value, sample.origin)

    def draft_webhook(self, page: Page) -> tuple[Page, Object, tuple[JsonSample, ...]]:
        body = draft_object(page_tables(page)[:1], page, (), self.context)
        samples = read_samples(page, self.report).responses
        for sample in samples:
            self.observations.observe(f"#webhook.{page.stem}", body, sample.value, sample.origin)
        return page, body, samples

    def settle_components(self) -> dict[str, Object | Enum]:
        settler = self._settler(Source.SAMPLE_RESPONSE)
        return {
            name: schema if isinstance(schema, Enum) else settler.settle_object(name, schema, silent_required=False)
            for name, schema in self.schemas.items()
        }

    def operation(self, draft: OperationDraft, answers: Sequence[Answer], parameters: ParameterBuilder) -> Operation:
        result = next((answer.payload for answer in answers if answer.payload is not None), None)
        return Operation(
            operation_id=draft.operation_id,
            method=draft.line.method,
            path=draft.line.path,
            page=draft.page.name,
            tag=tag_name(self.tree, draft.page),
            title=draft.page.title,
            blocks=draft.blocks,
            parameters=parameters.build(draft, result),
            body=self._body(draft),
            responses=tuple(self._response(draft, answer) for answer in answers),
            scopes=draft.scopes,
            min_interval_seconds=draft.interval[0] if draft.interval else None,
            interval_origin=draft.interval[1] if draft.interval else None,
            origin=draft.line.origin,
        )

    def components(self, settled: Mapping[str, Object | Enum]) -> list[Component]:
        found: list[Component] = []
        for page_name, name in sorted(self.context.names.items(), key=lambda entry: entry[1]):
            page = self.tree.pages[page_name]
            blocks = [block for section in page.sections for block in section.blocks]
            described = tuple(
                b for b in blocks if isinstance(b, Note) or (isinstance(b, Paragraph) and not b.text.label)
            )
            found.append(
                Component(
                    name=name,
                    page=page_name,
                    title=page.title,
                    schema=settled[name],
                    blocks=described,
                    origin=page.origin,
                )
            )
        return found

    def webhook(self, page: Page, body: Object, samples: Sequence[JsonSample]) -> Webhook:
        settler = self._settler(Source.SAMPLE_RESPONSE)
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

    def _structure(self, page: Page) -> Object:
        notes = note_texts([block for section in page.sections for block in section.blocks])
        tables = page_tables(page)
        if not tables:
            self.report(Diagnostic(code="structure-empty", message="no table of names and types", origin=page.origin))
        return draft_object(tables, page, notes, self.context)

    def _body(self, draft: OperationDraft) -> RequestBody | None:
        if draft.body is None or not draft.body.properties:
            return None
        settler = self._settler(Source.SAMPLE_REQUEST)
        schema = settler.settle_object(f"{draft.owner}.body", draft.body, silent_required=True)
        return RequestBody(
            schema=schema, examples=_examples(draft.samples.bodies), origin=draft.body.properties[0].origin
        )

    def _response(self, draft: OperationDraft, answer: Answer) -> Response:
        payload = answer.payload
        inner = payload.items if isinstance(payload, Array) else payload
        if isinstance(inner, Object):
            settler = self._settler(Source.SAMPLE_RESPONSE)
            owner = f"{draft.owner}.{answer.row.status}"
            settled = settler.settle_object(owner, inner, silent_required=False)
            payload = replace(payload, items=settled) if isinstance(payload, Array) else settled
        return Response(
            status=answer.row.status,
            payload=payload,
            enveloped=answer.enveloped,
            blocks=(Paragraph(answer.row.description),),
            examples=_examples(answer.samples),
            origin=answer.row.origin,
        )

    def _settler(self, source: Source) -> Settler:
        return Settler(observations=self.observations, report=self.report, source=source)


def _examples(samples: Sequence[JsonSample]) -> tuple[Example, ...]:
    return tuple(Example(title=sample.title, value=sample.value, origin=sample.origin) for sample in samples)
