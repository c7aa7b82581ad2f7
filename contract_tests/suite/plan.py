"""One run: the server, the document, what is known of its ids, and the schema that schemathesis tests."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

import requests
import schemathesis
from requests.exceptions import RequestException, Timeout
from schemathesis.config import SchemathesisConfig
from schemathesis.core.failures import Failure, FailureGroup
from schemathesis.specs.openapi.checks import ignored_auth, positive_data_acceptance
from schemathesis.specs.openapi.schemas import OpenApiSchema

from suite.answers import EXPLAINS, AnswerChecker, Fault, find_unknown_members
from suite.checks import FormatChecker, envelope_coherence, format_retry_fault, read_json
from suite.document import KEY, Document, Operation, load_document, unwrap
from suite.guard import Guard, NotAllowedError
from suite.health import Health
from suite.journal import Journal
from suite.options import Options, check_options
from suite.probe import find_harmless, probe, say
from suite.results import ContractFailure, Failed, Results
from suite.seeds import MOST_PARENTS, Seeds
from suite.session import EndlessAnswerError, GuardedSession, Recorder
from suite.settings import build_settings
from suite.shards import choose_shard

BAD_REQUEST = 400
SLOWEST = 2.0
"""Seconds; no documentation says how long people wait, and few wait longer."""
ENOUGH = 3
"""So many slow answers, or none, of one operation: it isn't asked again."""
SHORTEST_SECRET = 8
OF_STATE = frozenset({406, 408, 412, 423, 428})
"""Refusals for a state, or a rule, that no schema knows."""


class Suite:
    """Everything that the tests of a run share."""

    def __init__(self, options: Options) -> None:
        self.options = check_options(options)
        self.document: Document = load_document(options.document)
        self.guard = Guard(self.document, options)
        self.session = GuardedSession(self.guard)
        self.session.answered = self._note
        sources = {operation.label: operation.source for operation in self.document.operations}
        self.results = Results(options.secrets, sources=sources, guarded=options.guarded)
        self.recorder = Recorder(options.record, self.results.redact) if options.record else None
        self.journal = Journal(options.journal)
        self.health = Health(self._ask_again)
        formats = FormatChecker(self.document)
        self.answers = AnswerChecker(self.document, formats)
        self.checks: list[Any] = [envelope_coherence, formats.format_conformance]
        for operation in self.document.operations:
            if reason := self.guard.refusal(operation):
                self.results.left_out[operation.label] = reason
        chosen = choose_shard(self.document.operations, *options.shard)
        if options.first:
            chosen = tuple(o for o in chosen if o.label in options.first)
        self.called = tuple(o for o in chosen if o.label not in self.results.left_out)
        self.chosen = frozenset(o.label for o in chosen)
        self.share = max(1, options.budget // max(1, len(self.called)))
        self.seeds = Seeds(self.document)
        self.harmless = find_harmless(self.document)
        self.quickest: dict[str, float] = {}
        """Operation → the seconds of its quickest success."""
        self.unwell: Counter[str] = Counter()
        """Operation → how often it was slow or silent."""

    def prepare(self) -> OpenApiSchema:
        """Return the schema to test, its cases seeded with ids; raises `SuiteError` where the server is none."""
        probe(self.session, self.options, self.harmless)
        self.seeds.find(self._ask_list, lambda o: o.safety == "read", 1 if self.options.guarded else MOST_PARENTS)
        config = SchemathesisConfig.from_dict(build_settings(self.options, self.called, self.seeds))
        schema: Any = schemathesis.openapi.from_dict(self.document.raw, config=config)
        schema.config.update(base_url=self.options.base_url)
        if self.options.authorization:
            schema.config.update(headers={"Authorization": self.options.authorization})
        called = {operation.label for operation in self.called}
        for operation in self.document.operations:
            if operation.label not in called:
                schema = schema.exclude(name=operation.label)

        def after_validate(context: Any, case: Any, response: Any, results: Any) -> None:  # noqa: ANN401 - schemathesis'.
            del context, response
            self.results.checked[case.operation.label].update(Counter(result.name for result in results))

        schema.hook(after_validate)
        made: OpenApiSchema = schema
        return made

    def check(self, case: schemathesis.Case[Any]) -> None:
        """Send one case and hold the answer against the document; raises `FailureGroup`."""
        label = case.operation.label
        operation = self.document.find(label)
        if self._is_unwell(label) or (self.options.guarded and (operation is None or self._spent(operation))):
            return
        kwargs: dict[str, Any] = {"session": self.session, "base_url": self.options.base_url}
        try:
            response = case.call(**kwargs)
        except NotAllowedError:
            return
        except RequestException as error:
            raise self._silence(label, error, case.as_curl_command()) from None
        self.results.tested.add(label)
        if response.status_code == requests.codes.too_many_requests and self.options.guarded:
            return
        self.validate(case, response, kwargs)

    def validate(self, case: schemathesis.Case[Any], response: Any, kwargs: dict[str, Any]) -> None:  # noqa: ANN401 - schemathesis'.
        """Hold the answer to a case against the document; raises `FailureGroup`."""
        label = case.operation.label
        excluded: list[Any] = [] if self._is_known(case, response.status_code) else [positive_data_acceptance]
        # It would ask without our session, past the guard and its counting; `test_access` asks the same once.
        excluded.append(ignored_auth)
        try:
            case.validate_response(
                response, additional_checks=self.checks, excluded_checks=excluded, transport_kwargs=kwargs
            )
        except FailureGroup as group:
            if self.health.trouble:
                return
            curl = case.as_curl_command(base_url=self.options.base_url)
            found = [_failed(label, failure, curl) for failure in group.exceptions]
            explained = {check for failed in found for check in EXPLAINS.get(failed.check, ())}
            for failed in found:
                if failed.check not in explained:
                    self.results.add(failed)
            raise

    def call(  # noqa: PLR0913 - the parts of one request.
        self,
        operation: Operation,
        path: str,
        body: object = None,
        *,
        query: Mapping[str, object] | None = None,
        authorization: str | None = None,
        hold: bool = True,
    ) -> requests.Response:
        """Send a request of a test of ours; what is wrong with the answer by itself is added to the results.

        Raises `ContractFailure` where no answer comes, `NotAllowedError` where it must not be sent.
        """
        if self._is_unwell(operation.label):
            raise NotAllowedError(self.health.trouble or "it is slow or silent, and isn't asked again")
        key = self.options.authorization if authorization is None else authorization
        headers = {"Authorization": key} if key else {}
        curl = self.curl(operation, path, body, query=query, authorized=bool(key))
        url = f"{self.options.base_url}{path}"
        try:
            response = self.session.request(operation.method, url, headers=headers, json=body, params=_query(query))
        except RequestException as error:
            raise self._silence(operation.label, error, curl) from None
        self.results.tested.add(operation.label)
        if hold and not self.health.trouble:
            self._hold(operation, response, curl)
        return response

    def curl(
        self,
        operation: Operation,
        path: str,
        body: object = None,
        *,
        query: Mapping[str, object] | None = None,
        authorized: bool = True,
    ) -> str:
        """Return the command that sends such a request."""
        header = " -H 'Authorization: [Filtered]'" if authorized and self.options.authorization else ""
        content = ""
        if body is not None:
            quoted = json.dumps(body).replace("'", "'\\''")
            content = f" -H 'Content-Type: application/json' -d '{quoted}'"
        asked = f"?{urlencode(_query(query), doseq=True)}" if query else ""
        return f"curl -X {operation.method}{header}{content} '{self.options.base_url}{path}{asked}'"

    def payload(self, response: requests.Response) -> Any:  # noqa: ANN401 - any JSON value.
        """Return what an answer holds, out of its envelope; None for what is no JSON."""
        try:
            return unwrap(response.json())
        except ValueError:
            return None

    def count(self, operation: Operation, check: str) -> None:
        """Say that a check of ours is made of an operation."""
        self.results.checked[operation.label][check] += 1

    def finish(self) -> None:
        """Close what is open, and say what was the matter."""
        self.results.trouble = self.health.trouble
        if self.recorder:
            self.recorder.close()
        self.session.close()

    def _hold(self, operation: Operation, response: requests.Response, curl: str) -> None:
        made = self.results.checked[operation.label]
        made.update(("status_code_conformance", "content_type_conformance", "response_schema_conformance"))
        for fault in self.answers.find_faults(operation, response):
            self.results.add(_as_failed(operation.label, fault, curl))
        self._note_unknown(operation, response)

    def _note_unknown(self, operation: Operation, response: requests.Response) -> None:
        schema = self.document.answer_schema(operation.label, response.status_code)
        for place in find_unknown_members(self.document, schema, read_json(response)):
            self.results.notes[operation.label, place] = f"the answer has a member that is not documented: {place}"

    def _note(self, label: str, request: requests.PreparedRequest, response: requests.Response, seconds: float) -> None:
        self.results.timings[label].add(seconds)
        if self.recorder:
            self.recorder.record(request, response, seconds)
        self._hold_all(label, request, response, seconds)
        trusted = (
            bool(self.options.authorization) and request.headers.get("Authorization") == self.options.authorization
        )
        self.health.note_answer(response.status_code, trusted=trusted)

    def _hold_all(
        self, label: str, request: requests.PreparedRequest, response: requests.Response, seconds: float
    ) -> None:  # fmt: skip
        """Make the checks that every answer to every request must stand."""
        curl = f"curl -X {request.method} -H 'Authorization: [Filtered]' '{request.url}'"
        if response.ok:
            self.quickest[label] = min(seconds, self.quickest.get(label, seconds))
        # One quick success shows that it can be: then what is slow is this machine, or the network.
        if response.ok and self.quickest[label] > SLOWEST:
            self.unwell[label] += 1
            if self.unwell[label] == ENOUGH:
                message = f"{ENOUGH} successes took over {SLOWEST:.0f} s and none less, the last one {seconds:.1f} s"
                fault = Fault(check="max_response_time", expected=f"under {SLOWEST:.0f} s", got=f"{seconds:.1f} s")
                self.results.add(_as_failed(label, fault, curl, message))
        if broken := format_retry_fault(response.status_code, response.headers):
            fault = Fault(check="retry_after", expected="seconds or a date in Retry-After", got=broken)
            self.results.add(_as_failed(label, fault, curl, broken))
        text = response.content + "".join(response.headers.values()).encode("utf-8", "replace")
        if any(len(secret) >= SHORTEST_SECRET and secret.encode() in text for secret in self.options.secrets):
            message = "the answer repeats the credentials of the request"
            fault = Fault(check="secret_in_answer", expected="no credentials in an answer", got="the key")
            self.results.add(_as_failed(label, fault, curl, message))

    def _is_unwell(self, label: str) -> bool:
        return bool(self.health.trouble) or self.unwell[label] >= ENOUGH

    def _silence(self, label: str, error: RequestException, curl: str) -> ContractFailure:
        """Take note of a request without an answer, and return what to raise."""
        check, message = "no_answer", f"the server gave no answer: {say(error)}"
        if isinstance(error, EndlessAnswerError):
            check, message = "endless_answer", str(error)
        else:
            self.health.note_silence()
        # Whoever hangs does so for long: once is enough.
        self.unwell[label] += ENOUGH if isinstance(error, Timeout | EndlessAnswerError) else 1
        failure = ContractFailure(label, check, message, curl, expected="an answer that ends", got=say(error))
        self.results.add(failure.failed)
        return failure

    def _spent(self, operation: Operation) -> bool:
        """Tell whether the operation has had its part of the requests that this server may get."""
        return self.session.sent[operation.label] >= (1 if operation.interval else self.share)

    def _is_known(self, case: schemathesis.Case[Any], status: int) -> bool:
        """Tell whether refusing the case says something: 400 for an id that nobody knows is a way of not finding it.

        Nor does a failure say anything that the operation documents for a state or a rule which no schema knows: 412
        for a lock that is full, or a 400 of its own in place of the one that all share.
        """
        definition: dict[str, Any] = case.operation.definition.raw
        documented = definition.get("responses", {}).get(str(status), {})
        if documented and (status in OF_STATE or (status == BAD_REQUEST and "$ref" not in documented)):
            return False
        if status != BAD_REQUEST:
            return True
        if case.method.upper() == "DELETE":
            return False  # An earlier case may have deleted it.
        known = {str(value) for bindings in self.seeds.known.values() for b in bindings for value in b.values()}
        body = case.body if isinstance(case.body, dict) else {}
        named = [*(case.path_parameters or {}).values(), *(v for k, v in body.items() if k.lower().endswith(KEY))]
        return all(str(value) in known for value in named)

    def _ask_again(self) -> int:
        try:
            return self.call(self.harmless, self.harmless.path, hold=False).status_code if self.harmless else -1
        except ContractFailure:
            return 0
        except NotAllowedError:
            return -1

    def _ask_list(self, operation: Operation, path: str) -> Any:  # noqa: ANN401 - any JSON value.
        try:
            response = self.call(operation, path, hold=False)
        except (ContractFailure, NotAllowedError):
            return None
        return self.payload(response) if response.ok else None


def _query(query: Mapping[str, object] | None) -> dict[str, Any]:
    """Return parameters as they are sent: truth values in JSON's words."""
    return {k: str(v).lower() if isinstance(v, bool) else v for k, v in (query or {}).items()}


def _as_failed(label: str, fault: Fault, curl: str, message: str = "") -> Failed:
    said = message or f"expected {fault.expected}, got {fault.got}"
    return Failed(operation=label, check=fault.check, message=said, curl=curl, expected=fault.expected, got=fault.got)


def _failed(label: str, failure: BaseException, curl: str) -> Failed:
    if isinstance(failure, Failure):
        check = failure.checks[0] if failure.checks else failure.title
        return Failed(operation=label, check=check, message=f"{failure.title}\n{failure.message}", curl=curl)
    return Failed(operation=label, check=type(failure).__name__, message=str(failure), curl=curl)
