"""The document's `links`, walked by schemathesis: create, then whatever its id leads to. With `--depth deep`."""

from __future__ import annotations

from typing import Any

import hypothesis
import pytest
import schemathesis
from hypothesis.errors import Flaky
from hypothesis.stateful import run_state_machine_as_test

from suite import current

SCENARIOS, STEPS = 40, 8


@pytest.mark.skipif(
    current.suite.options.depth != "deep" or current.suite.options.guarded, reason="with --deep, on this machine only"
)
def test_links_lead_where_they_say() -> None:
    """Whatever the order, each answer keeps to the document."""
    suite = current.suite
    try:
        base: Any = current.schema.as_state_machine()
    except schemathesis.errors.NoLinksFound:
        pytest.skip("the document has no links")

    class Walk(base):  # type: ignore[misc]  # schemathesis makes the class.
        """A walk along the links."""

        def call(self, case: schemathesis.Case[Any], **kwargs: Any) -> Any:  # noqa: ANN401 - schemathesis'.
            """Send a case by our own session."""
            return case.call(**kwargs | {"session": suite.session, "base_url": suite.options.base_url})

        def validate_response(self, response: Any, case: schemathesis.Case[Any], **kwargs: Any) -> None:  # noqa: ANN401
            """Hold an answer against the document as everywhere."""
            kwargs = {**kwargs.get("transport_kwargs", {}), "session": suite.session}
            suite.cases.validate(case, response, kwargs, walking=True)

    settings = hypothesis.settings(
        max_examples=SCENARIOS, stateful_step_count=STEPS, deadline=None, database=None, derandomize=True,
        suppress_health_check=list(hypothesis.HealthCheck), phases=(hypothesis.Phase.generate,),
    )  # fmt: skip
    try:
        run_state_machine_as_test(Walk, settings=settings)
    except Flaky:
        pytest.skip("hypothesis could not repeat a walk; what it found is among the failures")
