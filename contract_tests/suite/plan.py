"""One run: the server, the document, what is known of its ids, and the schema that schemathesis tests."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

import requests
import schemathesis
from requests.exceptions import RequestException
from schemathesis.config import SchemathesisConfig
from schemathesis.specs.openapi.schemas import OpenApiSchema

from suite.answers import AnswerChecker, find_unknown_members
from suite.cases import Cases
from suite.checks import FormatChecker, envelope_coherence, read_json
from suite.document import Document, Operation, load_document, unwrap
from suite.guard import Guard, NotAllowedError
from suite.health import Health
from suite.journal import Journal
from suite.options import Options, check_options
from suite.probe import find_harmless, probe, probe_status
from suite.results import ContractFailure, Results
from suite.seeds import MOST_PARENTS, Seeds
from suite.session import GuardedSession, Recorder
from suite.settings import build_settings
from suite.shards import choose_shard
from suite.sources import find_sources
from suite.watch import Watch, as_failed

JSON = "application/json"


class Suite:
    """Everything that the tests of a run share."""

    def __init__(self, options: Options) -> None:
        self.options = check_options(options)
        self.document: Document = load_document(options.document)
        self.guard = Guard(self.document, options)
        self.session = GuardedSession(self.guard)
        sources = find_sources(self.document, options.document)
        self.results = Results(options.secrets, sources=sources, guarded=options.guarded)
        self.results.sent = self.session.sent.total
        self.journal = Journal(options.journal)
        self.health = Health(self._ask_again)
        recorder = Recorder(options.record, self.results.redact) if options.record else None
        self.watch = Watch(options, self.results, self.health, recorder)
        self.session.answered = self.watch.note
        self.cases = Cases(self)
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

    def call(  # noqa: PLR0913 - the parts of one request.
        self,
        operation: Operation,
        path: str,
        body: object = None,
        *,
        query: Mapping[str, object] | None = None,
        authorization: str | None = None,
        kind: str = JSON,
        hold: bool = True,
    ) -> requests.Response:
        """Send a request of a test of ours; what is wrong with the answer by itself is added to the results.

        Raises `ContractFailure` where no answer comes, `NotAllowedError` where it must not be sent.
        """
        if self.watch.is_unwell(operation.label):
            raise NotAllowedError(self.health.trouble or "it is slow or silent, and isn't asked again")
        key = self.options.authorization if authorization is None else authorization
        headers = {"Authorization": key} if key else {}
        curl = self.curl(operation, path, body, query=query, authorized=bool(key), kind=kind)
        url, content = f"{self.options.base_url}{path}", None
        if body is not None:
            headers, content = headers | {"Content-Type": kind}, _dump(body).encode()
        try:
            response = self.session.request(operation.method, url, headers=headers, data=content, params=_query(query))
        except RequestException as error:
            raise self.watch.note_silence(operation.label, error, curl) from None
        self.results.tested.add(operation.label)
        if hold and not self.health.trouble:
            self._hold(operation, response, curl)
        return response

    def curl(  # noqa: PLR0913 - the parts of one request.
        self,
        operation: Operation,
        path: str,
        body: object = None,
        *,
        query: Mapping[str, object] | None = None,
        authorized: bool = True,
        kind: str = JSON,
    ) -> str:
        """Return the command that sends such a request."""
        header = " -H 'Authorization: [Filtered]'" if authorized and self.options.authorization else ""
        content = ""
        if body is not None:
            quoted = _dump(body).replace("'", "'\\''")
            content = f" -H 'Content-Type: {kind}' -d '{quoted}'"
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
        if self.watch.recorder:
            self.watch.recorder.close()
        self.session.close()

    def _hold(self, operation: Operation, response: requests.Response, curl: str) -> None:
        made = self.results.checked[operation.label]
        made.update(("status_code_conformance", "content_type_conformance", "response_schema_conformance"))
        for fault in self.answers.find_faults(operation, response):
            self.results.add(as_failed(operation.label, fault, curl))
        self._note_unknown(operation, response)

    def _note_unknown(self, operation: Operation, response: requests.Response) -> None:
        schema = self.document.answer_schema(operation.label, response.status_code)
        for place in find_unknown_members(self.document, schema, read_json(response)):
            self.results.notes[operation.label, place] = f"the answer has a member that is not documented: {place}"

    def _ask_again(self) -> int:
        """Ask for something harmless, whatever became of that before; 0 for no answer, -1 where it can't be asked."""
        if self.harmless is None:
            return -1
        try:
            return probe_status(self.session, self.options, self.harmless)
        except RequestException:
            return 0
        except NotAllowedError:
            return -1

    def _ask_list(self, operation: Operation, path: str) -> Any:  # noqa: ANN401 - any JSON value.
        try:
            response = self.call(operation, path, hold=False)
        except (ContractFailure, NotAllowedError):
            return None
        return self.payload(response) if response.ok else None


def _dump(body: object) -> str:
    """Return a body as it is sent: bytes are something that JSON can't say."""
    return body.decode() if isinstance(body, bytes) else json.dumps(body)


def _query(query: Mapping[str, object] | None) -> dict[str, Any]:
    """Return parameters as they are sent: truth values in JSON's words."""
    return {k: str(v).lower() if isinstance(v, bool) else v for k, v in (query or {}).items()}
