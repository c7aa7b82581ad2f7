"""One run: the server, the document, what is known of its ids, and the schema that schemathesis tests."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import requests
import schemathesis
from requests.exceptions import RequestException
from schemathesis.checks import CheckFunction
from schemathesis.config import SchemathesisConfig
from schemathesis.core.failures import Failure, FailureGroup
from schemathesis.specs.openapi.checks import ignored_auth, positive_data_acceptance
from schemathesis.specs.openapi.schemas import OpenApiSchema

from suite.checks import FormatChecker, envelope_coherence
from suite.document import KEY, Document, Operation, load_document, unwrap
from suite.guard import Guard, GuardedSession, NotAllowedError
from suite.options import Options, SuiteError, check_options
from suite.results import ContractFailure, Failed, Results

SEEDED = 0.6
"""How often a generated case gets an id that exists."""
MOST_IDS = 20
BAD_REQUEST = 400
OF_STATE = frozenset({406, 408, 412, 423, 428})
HTML = "text/html"


class Suite:
    """Everything that the tests of a run share."""

    def __init__(self, options: Options) -> None:
        self.options = check_options(options)
        self.document: Document = load_document(options.document)
        self.guard = Guard(self.document, options)
        self.session = GuardedSession(self.guard)
        self.results = Results(options.secrets)
        self.checks: list[CheckFunction] = [envelope_coherence, FormatChecker(self.document).format_conformance]
        for operation in self.document.operations:
            if reason := self.guard.refusal(operation):
                self.results.left_out[operation.label] = reason
        self.called = tuple(o for o in self.document.operations if o.label not in self.results.left_out)
        self.share = max(1, options.budget // max(1, len(self.called)))
        self.ids: dict[str, tuple[Any, ...]] = {}
        """Path of a collection → ids in it."""

    def prepare(self) -> OpenApiSchema:
        """Return the schema to test, its cases seeded with ids; raises `SuiteError` where the server is none."""
        self._probe()
        self.ids = dict(self._find_ids())
        config = SchemathesisConfig.from_dict(self._configuration())
        schema: Any = schemathesis.openapi.from_dict(self.document.raw, config=config)
        schema.config.update(base_url=self.options.base_url)
        if self.options.authorization:
            schema.config.update(headers={"Authorization": self.options.authorization})
        for label in self.results.left_out:
            schema = schema.exclude(name=label)
        made: OpenApiSchema = schema
        return made

    def check(self, case: schemathesis.Case[Any]) -> None:
        """Send one case and hold the answer against the document; raises `FailureGroup`."""
        label = case.operation.label
        operation = self.document.find(label)
        if self.options.guarded and (operation is None or self._spent(operation)):
            return
        kwargs: dict[str, Any] = {"session": self.session, "base_url": self.options.base_url}
        try:
            response = case.call(**kwargs)
        except NotAllowedError:
            return
        except RequestException as error:
            message = f"the server gave no answer: {type(error).__name__}"
            raise ContractFailure(label, "no_answer", message, case.as_curl_command()) from None
        self.results.tested.add(label)
        if response.status_code == requests.codes.too_many_requests and self.options.guarded:
            return
        excluded: list[Any] = [] if self._is_known(case, response.status_code) else [positive_data_acceptance]
        if self.options.guarded and operation is not None and operation.interval:
            excluded.append(ignored_auth)  # It would ask twice more, and wait the documented time before each.
        try:
            case.validate_response(
                response, additional_checks=self.checks, excluded_checks=excluded, transport_kwargs=kwargs
            )
        except FailureGroup as group:
            curl = case.as_curl_command(base_url=self.options.base_url)
            for failure in group.exceptions:
                self.results.add(_failed(label, failure, curl))
            raise

    def call(self, operation: Operation, path: str, body: object = None) -> requests.Response:
        """Send a request of a test of ours; raises `ContractFailure` where no answer comes, `NotAllowedError`."""
        headers = {"Authorization": self.options.authorization} if self.options.authorization else {}
        url = f"{self.options.base_url}{path}"
        try:
            response = self.session.request(operation.method, url, headers=headers, json=body)
        except RequestException as error:
            message = f"the server gave no answer: {type(error).__name__}"
            raise ContractFailure(operation.label, "no_answer", message, self.curl(operation, path, body)) from None
        self.results.tested.add(operation.label)
        return response

    def curl(self, operation: Operation, path: str, body: object = None) -> str:
        """Return the command that sends such a request."""
        header = " -H 'Authorization: [Filtered]'" if self.options.authorization else ""
        content = ""
        if body is not None:
            quoted = json.dumps(body).replace("'", "'\\''")
            content = f" -H 'Content-Type: application/json' -d '{quoted}'"
        return f"curl -X {operation.method}{header}{content} '{self.options.base_url}{path}'"

    def payload(self, response: requests.Response) -> Any:  # noqa: ANN401 - any JSON value.
        """Return what an answer holds, out of its envelope; None for what is no JSON."""
        try:
            return unwrap(response.json())
        except ValueError:
            return None

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
        known = {str(key) for ids in self.ids.values() for key in ids}
        body = case.body if isinstance(case.body, dict) else {}
        named = [*(case.path_parameters or {}).values(), *(v for k, v in body.items() if k.lower().endswith(KEY))]
        return all(str(value) in known for value in named)

    def _probe(self) -> None:
        """Ask for something harmless, to say in one line that there is no server, or that it is none of this API."""
        harmless = [o for o in self.document.operations if o.safety == "read" and "{" not in o.path and not o.interval]
        path = harmless[0].path if harmless else "/"
        url = self.options.base_url
        try:
            if harmless:
                response = self.call(harmless[0], path)
            else:
                response = requests.get(f"{url}/", timeout=20, allow_redirects=False)
        except (ContractFailure, RequestException) as error:
            reason = str(error).rsplit(": ", 1)[-1] if isinstance(error, ContractFailure) else type(error).__name__
            raise SuiteError(f"{url}: no server answers: {reason} (is the address right, is it running?)") from None
        if response.headers.get("content-type", "").startswith(HTML):
            hint = "the base URL must have the path before all operations, such as /api/v37"
            raise SuiteError(f"{url}{path}: answers HTML with status {response.status_code}, so it is no API ({hint})")
        if response.status_code == requests.codes.unauthorized and self.options.guarded:
            raise SuiteError(f"{url}{path}: answers 401 (put the whole Authorization header in RSTAPI_AUTHORIZATION)")

    def _find_ids(self) -> Iterator[tuple[str, tuple[Any, ...]]]:
        """Yield collections with their ids: those that the server lists; on this machine, those of samples too."""
        for operation in self.document.operations:
            items = [o for o in self.document.operations if o.path.startswith(f"{operation.path}/{{")]
            if operation.method != "GET" or "{" in operation.path or not items or operation.interval:
                continue
            payload = self.payload(self.call(operation, operation.path))
            listed = payload if isinstance(payload, list) else []
            found = [entry[KEY] for entry in listed if isinstance(entry, dict) and KEY in entry]
            if found:
                yield operation.path, tuple(dict.fromkeys(found))[:MOST_IDS]

    def _configuration(self) -> dict[str, Any]:
        """Return schemathesis' configuration: everything on that finds faults, everything off that hides them."""
        guarded = self.options.guarded
        dictionaries: dict[str, Any] = {}
        operations: list[dict[str, Any]] = []
        for path, ids in self.ids.items():
            name = f"ids of {path}"
            wanted = [key for key in ids if not guarded or str(key) in self.options.devices or not self.options.devices]
            for operation in self.called:
                placeholder = _first_placeholder(operation.path, path)
                if placeholder and wanted:
                    dictionaries[name] = {"values": wanted}
                    binding = {"dictionary": name, "probability": SEEDED}
                    operations.append({"include-name": operation.label, "parameters": {placeholder: binding}})
        return {
            "seed": self.options.seed,
            **({"dictionaries": dictionaries} if dictionaries else {}),
            "cache": {"enabled": False},
            "auth": {"auto-signup": False},
            # Formats are checked by ours: servers leave the offset of their timestamps out.
            "checks": {"response_schema_conformance": {"validate-formats": False}},
            "generation": {
                "mode": "positive" if guarded else "all",
                "max-examples": self.options.examples,
                "database": "none",
            },
            "phases": {
                "coverage": {"enabled": True, **({"unexpected-methods": []} if guarded else {})},
                "fuzzing": {"error-feedback": {"enabled": False}},
            },
            "operations": operations,
        }


def _first_placeholder(path: str, collection: str) -> str:
    """Return `path.id` for the placeholder right after the collection's path; empty where the path has none there."""
    rest = path.removeprefix(f"{collection}/")
    return f"path.{rest[1:].split('}')[0]}" if rest != path and rest.startswith("{") else ""


def _failed(label: str, failure: BaseException, curl: str) -> Failed:
    if isinstance(failure, Failure):
        check = failure.checks[0] if failure.checks else failure.title
        return Failed(operation=label, check=check, message=f"{failure.title}\n{failure.message}", curl=curl)
    return Failed(operation=label, check=type(failure).__name__, message=str(failure), curl=curl)
