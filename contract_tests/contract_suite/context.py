"""Everything that the tests of one run share, built bottom up: plan, document, client, results."""

from __future__ import annotations

from dataclasses import dataclass, replace

from requests.exceptions import RequestException
from schemathesis.specs.openapi.schemas import OpenApiSchema

from contract_suite.client import Client
from contract_suite.conformance import ConformanceChecker, read_json
from contract_suite.credentials import Credentials
from contract_suite.document import Document
from contract_suite.extra_checks import build_extra_checks
from contract_suite.findings import Failure
from contract_suite.first_request import check_server, find_harmless
from contract_suite.formats import FormatChecker
from contract_suite.generated_cases import GeneratedCases
from contract_suite.guard import Guard, NotAllowedError
from contract_suite.health import Health
from contract_suite.journal import Journal
from contract_suite.key_place import find_key_place
from contract_suite.keys import Keys
from contract_suite.known_ids import MOST_PARENTS, KnownIds
from contract_suite.left_behind import Outcome, undo_left_behind
from contract_suite.limits import Limits
from contract_suite.loading import load_document
from contract_suite.named_creations import NamedCreations
from contract_suite.plan import Plan, validate_plan
from contract_suite.recording import Recorder
from contract_suite.response_checks import ResponseMonitor
from contract_suite.results import Results
from contract_suite.revisions import Revisions
from contract_suite.schemathesis_setup import build_schema
from contract_suite.selection import Selection, select_operations
from contract_suite.sources import find_sources
from contract_suite.tokens import TokenSource
from contract_suite.transport import GuardedSession
from contract_suite.undo import CHECK, Undo
from contract_suite.valid_requests import RequestBuilder

INDISTINCT = "differs from another operation by the fragment of its path only, which no request carries"
"""Why an operation can't be tested on any server."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What the tests of a run work with. It decides nothing itself."""

    plan: Plan
    credentials: Credentials
    document: Document
    selection: Selection
    """The operations that are tested."""
    guard: Guard
    client: Client
    results: Results
    journal: Journal
    known_ids: KnownIds
    requests: RequestBuilder
    schema: OpenApiSchema
    """The document as schemathesis generates cases from it."""
    cases: GeneratedCases

    def close(self) -> None:
        """Close files and connections; say in the results why the run ended early, if it did."""
        self.client.session.take_back()
        self._delete_left_behind()
        monitor = self.client.session.monitor
        self.results.trouble = monitor.health.trouble
        # A list may not show everything that can be named.
        self.results.unknown_devices = tuple(d for d in self.results.unknown_devices if d not in self.guard.used)
        if monitor.recorder:
            monitor.recorder.close()
        self.client.session.close()

    def _delete_left_behind(self) -> None:
        """Delete what the run created and no test has deleted; what stays is a failure, and stays in the journal."""
        # What could not be restored is among the failures already, and stays in the journal.
        own = [entry for entry in self.journal.own if entry.changed is None]
        for entry in own if self.plan.guarded else ():
            self.guard.created |= {entry.path} if entry.created else set()
            try:
                outcome = undo_left_behind(entry, self._fetch)
            except (RequestException, NotAllowedError) as error:
                outcome = Outcome(left=f"{entry.path}: {type(error).__name__}")
            if outcome.settled:
                self.journal.close(entry)
                continue
            found = next((o for o in self.document.operations if o.parse_ids(entry.path) is not None), None)
            message = (
                f"the run created something and could NOT delete it; docpact check URL --clean-up may: {outcome.left}"
            )
            self.results.add(
                Failure(
                    operation=found.label if found else entry.path, check=CHECK, message=message, curl="",
                    expected="what was created to be deleted", got=outcome.left, cause=outcome.left,
                )
            )  # fmt: skip

    def _fetch(self, method: str, path: str, body: object) -> tuple[int, object]:
        # What the list shows as new, and looks like what was sent, is this run's.
        self.guard.created |= {path} if method == "DELETE" else set()
        response = self.client.session.send_restoring(method, f"{self.plan.base_url}{path}", body)
        return response.status_code, read_json(response)


def build_context(plan: Plan, credentials: Credentials) -> Context:
    """Return the context of a run, after the first requests; raises `SuiteError` where no run can start."""
    plan = validate_plan(plan)
    document = load_document(plan.document)
    credentials = replace(credentials, place=find_key_place(document.raw))
    guard = Guard(document, plan)
    reasons = {operation.label: guard.find_refusal(operation) for operation in document.operations}
    reasons |= dict.fromkeys(document.indistinct, INDISTINCT)
    left_out = {label: reason for label, reason in reasons.items() if reason}
    selection = select_operations(document, plan, left_out)
    results = Results(
        secrets=credentials.secrets, sources=find_sources(document, plan.document), left_out=left_out,
        guarded=plan.guarded, selected=_name_selected(plan, selection),
    )  # fmt: skip
    journal = Journal(plan.journal)
    tokens = TokenSource(credentials.token, results.hide) if credentials.token is not None else None
    if tokens is not None:
        credentials = replace(credentials, authorization=tokens.find_header())
    client = _build_client(plan, credentials, document, guard, results, journal, tokens)
    client.session.creations = NamedCreations(document=document, guard=guard, journal=journal, results=results)
    check_server(client.session)
    known_ids = KnownIds(document)
    known_ids.collect(client.read_list, parents=1 if plan.guarded else MOST_PARENTS)
    results.unknown_devices = tuple(sorted(plan.devices - known_ids.texts))
    cases = GeneratedCases(
        plan=plan, client=client, known_ids=known_ids, extra_checks=build_extra_checks(client.conformance),
        share=selection.share,
    )  # fmt: skip
    return Context(
        plan=plan, credentials=credentials, document=document, selection=selection, guard=guard, client=client,
        results=results, journal=journal, known_ids=known_ids,
        requests=RequestBuilder(document, known_ids, client.session.monitor.revisions), cases=cases,
        schema=build_schema(plan, credentials, document, selection.called, known_ids, results),
    )  # fmt: skip


def _name_selected(plan: Plan, selection: Selection) -> tuple[str, ...]:
    """Return the operations that a whole run tests: elsewhere, those that change something may lack a device."""
    return tuple(o.label for o in selection.called if not plan.guarded or o.safety == "read")


def _build_client(  # noqa: PLR0913, PLR0917 - what sends requests and judges responses.
    plan: Plan, credentials: Credentials, document: Document, guard: Guard, results: Results, journal: Journal,
    tokens: TokenSource | None,
) -> Client:  # fmt: skip
    recorder = Recorder(plan.record, results.redact) if plan.record else None
    revisions = Revisions(document.conventions.revision)
    monitor = ResponseMonitor(credentials, results, Health(), recorder, revisions)
    monitor.limits = Limits(max_failures=plan.max_failures, max_time=plan.max_time)
    session = GuardedSession(guard, monitor, find_harmless(document))
    if credentials.keys or credentials.extra:
        session.keys = Keys(document=document, values=credentials.keys, extra=credentials.extra)
    session.tokens = tokens
    conformance = ConformanceChecker(document, FormatChecker(document), results.redact)
    if plan.guarded:
        session.undo = Undo(document=document, guard=guard, conformance=conformance, results=results, journal=journal)
    return Client(
        base_url=plan.base_url, credentials=credentials, document=document, session=session, conformance=conformance,
        results=results,
    )  # fmt: skip
