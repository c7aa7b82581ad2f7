"""The document's `links`, followed by schemathesis: create something, then use its id. With `--depth deep`."""

from __future__ import annotations

from typing import Any

import hypothesis
import pytest
import schemathesis
from hypothesis.errors import Flaky
from hypothesis.stateful import run_state_machine_as_test

from contract_suite.context import Context

SCENARIOS, STEPS = 40, 8


def test_links_lead_where_they_say(context: Context) -> None:
    """Whatever the order of requests, each response keeps to the document."""
    if context.plan.depth != "deep" or context.plan.guarded:
        pytest.skip("with --depth deep, on this machine only")
    try:
        base: Any = context.schema.as_state_machine()
    except schemathesis.errors.NoLinksFound:
        pytest.skip("the document has no links")
    session, base_url = context.client.session, context.plan.base_url

    class Walk(base):  # type: ignore[misc]  # schemathesis makes the class.
        """A walk along the links."""

        def call(self, case: schemathesis.Case[Any], **kwargs: Any) -> Any:  # noqa: ANN401 - schemathesis'.
            """Send a case with the session of the run."""
            return case.call(**kwargs | {"session": session, "base_url": base_url})

        def validate_response(self, response: Any, case: schemathesis.Case[Any], **kwargs: Any) -> None:  # noqa: ANN401
            """Check a response as everywhere."""
            kwargs = {**kwargs.get("transport_kwargs", {}), "session": session}
            context.cases.validate(case, response, kwargs, walking=True)

    settings = hypothesis.settings(
        max_examples=SCENARIOS, stateful_step_count=STEPS, deadline=None, database=None, derandomize=True,
        suppress_health_check=list(hypothesis.HealthCheck), phases=(hypothesis.Phase.generate,),
    )  # fmt: skip
    try:
        run_state_machine_as_test(Walk, settings=settings)
    except schemathesis.errors.NoLinksFound:
        # It depends on the operations that are called whether this shows before or now.
        pytest.skip("the document has no links")
    except Flaky:
        pytest.skip("hypothesis could not repeat a walk; what it found is among the failures")
