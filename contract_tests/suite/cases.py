"""Cases that schemathesis makes: sent, and held against the document."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import jsonschema_rs
import requests
import schemathesis
from requests.exceptions import RequestException
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
    use_after_free,
)

from suite.answers import EXPLAINS, NO_REFUSALS, Fault
from suite.document import KEY, Operation
from suite.guard import NotAllowedError
from suite.watch import as_failed
from suite.wording import word_failure

if TYPE_CHECKING:
    from suite.plan import Suite

BAD_REQUEST = 400
NEGATIVE, METHOD = "negative_data_rejection", "unsupported_method"
OF_STATE = frozenset({406, 408, 412, 423, 428})
"""Refusals for a state, or a rule, that no schema knows."""


@dataclass(slots=True)
class Cases:
    """What is done with the cases of a run."""

    suite: Suite
    drawn: set[tuple[str, str]] = field(default_factory=set)
    """Operation and check of failures that a generated case found: hypothesis makes those smaller."""

    def check(self, case: schemathesis.Case[Any]) -> None:
        """Send one case and hold the answer against the document; raises `FailureGroup`."""
        suite, label = self.suite, case.operation.label
        operation = suite.document.find(label)
        if suite.watch.is_unwell(label) or (suite.options.guarded and (operation is None or self._spent(operation))):
            return
        kwargs: dict[str, Any] = {"session": suite.session, "base_url": suite.options.base_url}
        try:
            response = case.call(**kwargs)
        except NotAllowedError:
            return
        except RequestException as error:
            suite.watch.note_silence(label, error, case.as_curl_command())
            return
        suite.results.tested.add(label)
        if response.status_code == requests.codes.too_many_requests and suite.options.guarded:
            return
        self.validate(case, response, kwargs)

    def validate(
        self, case: schemathesis.Case[Any], response: Any, kwargs: dict[str, Any], *, walking: bool = False  # noqa: ANN401 - schemathesis'.
    ) -> None:  # fmt: skip
        """Hold the answer to a case against the document; raises `FailureGroup`.

        `walking` where the case follows from others, so that there is something to say about what they did.
        """
        label = case.operation.label
        # ignored_auth would ask without our session, past the guard and its counting; `test_access` asks the same once.
        excluded: list[Any] = [ignored_auth, object_level_authorization]
        if not self._is_known(case, response.status_code):
            excluded.append(positive_data_acceptance)
        if not walking:
            excluded += [use_after_free, ensure_resource_availability]
        operation = self.suite.document.find(label)
        headers = self.suite.document.parameters(operation, "header").values() if operation else ()
        if not any(parameter.get("required") for parameter in headers):
            excluded.append(missing_required_header)
        try:
            case.validate_response(
                response, additional_checks=self.suite.checks, excluded_checks=excluded, transport_kwargs=kwargs
            )
        except FailureGroup as group:
            if not self.suite.health.trouble and self._keep(case, response, group):
                raise

    def _keep(self, case: schemathesis.Case[Any], response: Any, group: FailureGroup) -> bool:  # noqa: ANN401
        """Remember what is wrong with an answer; tell whether a smaller case that shows it is to be looked for.

        Not for systematic cases, which are small: what one of them shows must not keep the others from being sent.
        """
        results, label = self.suite.results, case.operation.label
        generated = case.meta is not None and case.meta.phase.name is TestPhase.FUZZING
        curl = case.as_curl_command(base_url=self.suite.options.base_url)
        known = self._known_faults(case, response)
        found = [as_failed(label, word_failure(failure, known), curl) for failure in group.exceptions]
        # A gap of the document explains nothing: a good request that is refused is one all the same.
        telling = [failed for failed in found if failed.cause != NO_REFUSALS]
        explained = {check for failed in telling for check in EXPLAINS.get(failed.check, ())}
        for failed in found:
            if failed.check == NEGATIVE and self._is_allowed(case):
                results.notes[label, NEGATIVE] = "it accepts values that no page lists; the document leaves that open"
            elif failed.check not in explained and not (failed.check == METHOD and self._is_another(case)):
                if generated and failed in telling and (label, failed.check) not in results.failures:
                    self.drawn.add((label, failed.check))
                results.add(failed)
        return generated and any((label, failed.check) in self.drawn for failed in found)

    def _is_another(self, case: schemathesis.Case[Any]) -> bool:
        """Tell whether another operation has the method and the path: `/my/gate/sync` is also a gate with that id."""
        path = case.formatted_path
        return any(o.method == case.method.upper() and o.ids(path) for o in self.suite.document.operations)

    def _is_allowed(self, case: schemathesis.Case[Any]) -> bool:
        """Tell whether the document, as it is published, allows a body that is none of its listed values' only."""
        published = self.suite.document.published
        operation = published.find(case.operation.label)
        parts = case.meta.components.items() if case.meta else ()
        wrong = [location for location, part in parts if part.mode is GenerationMode.NEGATIVE]
        if operation is None or wrong != [ParameterLocation.BODY] or not isinstance(case.body, dict | list):
            return False
        whole = {**published.body_schema(operation), "components": published.raw.get("components", {})}
        return bool(jsonschema_rs.Draft202012Validator(whole).is_valid(case.body))

    def _known_faults(self, case: schemathesis.Case[Any], response: Any) -> dict[str, Fault]:  # noqa: ANN401 - schemathesis'.
        """Return what our own look at the answer finds; nothing where it isn't to the operation's own method."""
        operation = self.suite.document.find(case.operation.label)
        if operation is None or case.method.upper() != operation.method:
            return {}
        return {fault.check: fault for fault in self.suite.answers.find_faults(operation, response)}

    def _spent(self, operation: Operation) -> bool:
        """Tell whether the operation has had its part of the requests that this server may get."""
        return self.suite.session.sent[operation.label] >= (1 if operation.interval else self.suite.share)

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
        known = {str(value) for bindings in self.suite.seeds.known.values() for b in bindings for value in b.values()}
        body = case.body if isinstance(case.body, dict) else {}
        named = [*(case.path_parameters or {}).values(), *(v for k, v in body.items() if k.lower().endswith(KEY))]
        return all(str(value) in known for value in named)
