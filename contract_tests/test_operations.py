"""Each operation by itself: requests that keep to the document and such that don't."""

from __future__ import annotations

from typing import Any

import schemathesis

from suite import current

# A part of a small document may have no operation; schemathesis takes that for a mistake.
if current.suite.called:

    @current.schema.parametrize()
    def test_operation(case: schemathesis.Case[Any]) -> None:
        """What the server answers is what the document says."""
        current.suite.cases.check(case)
