"""What is made of one response: the one place for responses of a run and for recorded ones."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from contract_suite.conformance import ConformanceChecker, read_json
from contract_suite.document import Document, Operation
from contract_suite.results import Results
from contract_suite.unknown_properties import find_unknown_properties
from contract_suite.violations import Violation, as_failure, describe_unreadable

GENERAL_CHECKS = ("status_code_conformance", "content_type_conformance", "response_schema_conformance")
"""The checks that are counted for every response that is checked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judge:
    """Checks single responses against the document, and adds what is wrong to the results."""

    document: Document
    conformance: ConformanceChecker
    results: Results

    def judge(
        self,
        operation: Operation,
        response: Any,  # noqa: ANN401 - requests'.
        curl: Callable[[], str],
        *,
        unknown: Collection[str] = (),
        hidden: str = "",
    ) -> list[Violation]:
        """Return what is wrong with a response, which is among the results then; `curl` sends its request again.

        `unknown` are checks that nothing can be said about, because a part of the response wasn't recorded;
        `hidden` is what stands in it for a value that wasn't: about such a value nothing can be said either.
        """
        label = operation.label
        for check in GENERAL_CHECKS:
            if check not in unknown:
                self.results.count(label, check)
        try:
            found = self.conformance.find_violations(operation, response)
        except Exception as error:  # noqa: BLE001 - whatever a server sends, the run goes on and reports.
            found = [describe_unreadable(error)]
        found = [violation for violation in found if violation.check not in unknown]
        found = [violation for violation in found if not hidden or hidden not in f"{violation.got}{violation.message}"]
        for violation in found:
            self.results.add(as_failure(label, violation, curl()))
        schema = self.document.response_schema(label, response.status_code)
        for place in find_unknown_properties(self.document, schema, read_json(response)):
            self.results.notes[label, place] = f"the response has a property that is not documented: {place}"
        return found
