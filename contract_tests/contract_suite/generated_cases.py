"""Cases that schemathesis generates: sent, and their responses checked against the document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import requests
import schemathesis
from requests.exceptions import RequestException
from schemathesis.core.errors import InvalidSchema
from schemathesis.core.failures import FailureGroup
from schemathesis.core.parameters import ParameterLocation
from schemathesis.generation.meta import TestPhase
from schemathesis.generation.modes import GenerationMode
from schemathesis.specs.openapi.checks import (
    ensure_resource_availability,
    ignored_auth,
    missing_required_header,
    object_level_authorization,
    positive_data_acceptance,
    response_schema_conformance,
    use_after_free,
)

from contract_suite.checks import find_explained
from contract_suite.client import Client
from contract_suite.conformance import SCHEMA, schema_for, takes_text
from contract_suite.curl import format_sent
from contract_suite.document import KEY, Document, Operation
from contract_suite.envelope import is_redirect
from contract_suite.extra_checks import ExtraCheck
from contract_suite.failure_messages import describe_failure
from contract_suite.findings import NO_REJECTIONS, Failure
from contract_suite.guard import NotAllowedError
from contract_suite.known_ids import KnownIds
from contract_suite.plan import Plan
from contract_suite.undo_bodies import restrict
from contract_suite.validators import build_validator
from contract_suite.violations import Violation, as_failure, describe_unreadable

BAD_REQUEST = 400
NEGATIVE, METHOD, ALLOW = "negative_data_rejection", "unsupported_method", "allow_header_conformance"
ACCEPTED = frozenset({NEGATIVE, METHOD, "missing_required_header"})
"""Checks that fail where a request is accepted."""
NEVER_RUN = (ignored_auth, object_level_authorization)
"""Checks of schemathesis that would send requests past our session and its guard; `test_access` checks the first."""
OF_STATE = frozenset({406, 408, 412, 423, 428})
"""Statuses that reject a request for a state, or a rule, that no schema knows."""


@dataclass(slots=True, kw_only=True)
class GeneratedCases:
    """Sends the cases of a run and adds what their responses violate to the results."""

    plan: Plan
    client: Client
    known_ids: KnownIds
    extra_checks: Sequence[ExtraCheck]
    """Our checks that schemathesis runs beside its own."""
    share: int
    """The most requests for each operation of somebody's server."""
    shrinking: set[tuple[str, str]] = field(default_factory=set)
    """Operation and check of failures that a generated case found: hypothesis looks for a smaller case."""

    @property
    def document(self) -> Document:
        """The document of the run."""
        return self.client.document

    def check(self, case: schemathesis.Case[Any]) -> None:
        """Send one case and check its response; raises `FailureGroup`."""
        client, label, guarded = self.client, case.operation.label, self.plan.guarded
        operation = self.document.find(label)
        if client.session.monitor.is_skipped(label):
            return
        if guarded and (operation is None or self._is_used_up(operation)):
            return
        if isinstance(case.body, dict):
            if guarded and operation is not None:
                # A property that nothing documents may stay, since no request is documented to take it away.
                case.body = restrict(self.document, self.document.body_schema(operation), case.body)
            # The documentation's revision is old, so behind the rejection nothing would be tested.
            case.body = client.session.monitor.revisions.refresh(case.body, case.path_parameters or {})
        kwargs: dict[str, Any] = {"session": client.session, "base_url": client.base_url}
        try:
            response = case.call(**kwargs)
        except NotAllowedError:
            return
        except RequestException as error:
            sent = error.request
            curl = format_sent(sent, client.credentials.place) if isinstance(sent, requests.PreparedRequest) else ""
            client.note_silence(label, error, curl)
            return
        client.results.tested.add(label)
        if response.status_code == requests.codes.too_many_requests and guarded:
            return
        self.validate(case, response, kwargs)

    def validate(
        self, case: schemathesis.Case[Any], response: Any, kwargs: dict[str, Any], *, walking: bool = False  # noqa: ANN401 - schemathesis'.
    ) -> None:  # fmt: skip
        """Check the response to a case; raises `FailureGroup`.

        `walking` where the case follows from others: then there are checks about what those created and deleted.
        """
        label = case.operation.label
        excluded: list[Any] = [*NEVER_RUN]
        if not self._is_rejection_a_failure(case, response.status_code):
            excluded.append(positive_data_acceptance)
        if not walking:
            excluded += [use_after_free, ensure_resource_availability]
        operation = self.document.find(label)
        headers = self.document.parameters(operation, "header").values() if operation else ()
        if not any(parameter.get("required") for parameter in headers):
            excluded.append(missing_required_header)
        try:
            self._run_checks(case, response, excluded, kwargs)
        except FailureGroup as group:
            if not self.client.session.monitor.health.trouble and self._add_failures(case, response, group):
                raise
        except Exception as error:  # noqa: BLE001 - whatever a server sends, the run goes on and reports.
            self.client.results.add(
                as_failure(
                    label, describe_unreadable(error), format_sent(response.request, self.client.credentials.place)
                )
            )

    def _run_checks(
        self, case: schemathesis.Case[Any], response: Any, excluded: list[Any], kwargs: dict[str, Any]  # noqa: ANN401 - schemathesis'.
    ) -> None:  # fmt: skip
        """Run schemathesis' checks and ours; raises `FailureGroup`.

        schemathesis can't read every schema: it takes one with `prefixItems` for malformed. Then our own check judges
        the body.
        """
        more: list[Any] = list(self.extra_checks)
        try:
            case.validate_response(
                response, additional_checks=more, excluded_checks=excluded, transport_kwargs=kwargs
            )  # fmt: skip
        except InvalidSchema:
            if own := self._find_own_violations(case, response).get(SCHEMA):
                curl = format_sent(response.request, self.client.credentials.place)
                self.client.results.add(as_failure(case.operation.label, own, curl))
            excluded = [*excluded, response_schema_conformance]
            case.validate_response(
                response, additional_checks=more, excluded_checks=excluded, transport_kwargs=kwargs
            )  # fmt: skip

    def _add_failures(self, case: schemathesis.Case[Any], response: Any, group: FailureGroup) -> bool:  # noqa: ANN401
        """Add what a response violates to the results; return whether hypothesis is to look for a smaller case.

        Not for systematic cases, which are small: a failure of one of them must not keep the others from being sent.
        """
        results, label = self.client.results, case.operation.label
        generated = case.meta is not None and case.meta.phase.name is TestPhase.FUZZING
        curl = format_sent(response.request, self.client.credentials.place)
        own = self._find_own_violations(case, response)
        found = [as_failure(label, describe_failure(failure, own), curl) for failure in group.exceptions]
        # A gap of the document explains nothing: a good request that is rejected is a failure all the same.
        explaining = [failure for failure in found if failure.cause != NO_REJECTIONS]
        explained = find_explained({failure.check for failure in explaining})
        for failure in found:
            if failure.check == NEGATIVE and _is_xml(case):
                results.notes[label, NEGATIVE] = "XML has no types: what was sent may stand for what is documented"
            elif failure.check == NEGATIVE and self._is_open_value(case):
                results.notes[label, NEGATIVE] = "it accepts values that no page lists; the document leaves that open"
            elif failure.check in ACCEPTED and is_redirect(response.status_code):
                continue  # A redirect, to a login page say, accepts nothing.
            elif failure.check == SCHEMA and SCHEMA not in own and self._is_text(case, response):
                continue  # schemathesis reads YAML, for one, where the document describes a text or a file.
            elif failure.check not in explained and not self._is_of_another(case, failure):
                if generated and failure in explaining and (label, failure.check) not in results.failures:
                    self.shrinking.add((label, failure.check))
                results.add(failure)
        return generated and any((label, failure.check) in self.shrinking for failure in found)

    def _is_text(self, case: schemathesis.Case[Any], response: Any) -> bool:  # noqa: ANN401 - schemathesis'.
        """Whether the document describes the body as a text or a file, not as what can be read from it."""
        operation = self.document.find(case.operation.label)
        described = self.document.response(operation, response.status_code) if operation is not None else None
        return takes_text(schema_for(described or {}, response))

    def _is_of_another(self, case: schemathesis.Case[Any], failure: Failure) -> bool:
        """Whether an undocumented method is another operation's: `/thing/sync` is also a thing with the id `sync`."""
        if failure.check not in {METHOD, ALLOW}:
            return False
        path = case.formatted_path.partition("#")[0]
        methods = {o.method for o in self.document.operations if o.parse_ids(path) is not None}
        if failure.check == METHOD:
            return case.method.upper() in methods
        return methods == {name.strip() for name in failure.got.split(",")}

    def _is_open_value(self, case: schemathesis.Case[Any]) -> bool:
        """Whether the document, as it is published, allows a body that differs in unlisted enum values only."""
        published = self.document.published
        operation = published.find(case.operation.label)
        parts = case.meta.components.items() if case.meta else ()
        wrong = [location for location, part in parts if part.mode is GenerationMode.NEGATIVE]
        if operation is None or wrong != [ParameterLocation.BODY] or not isinstance(case.body, dict | list):
            return False
        whole = published.with_components(published.body_schema(operation))
        return build_validator(whole).is_valid(case.body)

    def _find_own_violations(self, case: schemathesis.Case[Any], response: Any) -> dict[str, Violation]:  # noqa: ANN401 - schemathesis'.
        """Return what our own checks of the response find, by check; nothing for a method of another operation."""
        operation = self.document.find(case.operation.label)
        if operation is None or case.method.upper() != operation.method:
            return {}
        return {found.check: found for found in self.client.conformance.find_violations(operation, response)}

    def _is_used_up(self, operation: Operation) -> bool:
        """Whether the operation has had its share of the budget."""
        return self.client.results.sent[operation.label] >= (1 if operation.interval else self.share)

    def _is_rejection_a_failure(self, case: schemathesis.Case[Any], status: int) -> bool:
        """Whether rejecting this case is a failure. A 400 for an unknown id counts as "not found".

        Nor is a status that the operation documents for a state or rule that no schema knows: 412 for a lock that is
        full, or a 400 of its own in place of the one that all operations share.
        """
        definition: dict[str, Any] = case.operation.definition.raw
        documented = definition.get("responses", {}).get(str(status), {})
        if documented and (status in OF_STATE or (status == BAD_REQUEST and "$ref" not in documented)):
            return False
        if status != BAD_REQUEST:
            return True
        if case.method.upper() == "DELETE":
            return False  # An earlier case may have deleted it.
        collections = self.known_ids.by_collection.values()
        known = {str(value) for bindings in collections for binding in bindings for value in binding.values()}
        body = case.body if isinstance(case.body, dict) else {}
        named = [*(case.path_parameters or {}).values(), *(v for k, v in body.items() if k.lower().endswith(KEY))]
        return all(str(value) in known for value in named)


def _is_xml(case: schemathesis.Case[Any]) -> bool:
    """Whether nothing but an XML body is wrong with a case: it is made from a value whose types XML doesn't keep."""
    parts = case.meta.components.items() if case.meta else ()
    wrong = [location for location, part in parts if part.mode is GenerationMode.NEGATIVE]
    kind = (case.media_type or "").partition(";")[0]
    return wrong == [ParameterLocation.BODY] and kind.endswith(("/xml", "+xml"))
