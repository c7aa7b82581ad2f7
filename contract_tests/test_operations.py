"""Each operation by itself: requests that keep to the document, and requests that don't."""

from __future__ import annotations

from typing import Any

import pytest
import schemathesis

from contract_suite.context import Context


@pytest.mark.generated
def test_operation(context: Context, case: schemathesis.Case[Any]) -> None:
    """The response is what the document says."""
    context.cases.check(case)
