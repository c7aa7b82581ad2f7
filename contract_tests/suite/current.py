"""The run that is going on: pytest makes test modules after it has read the options, and they need both."""

from __future__ import annotations

from schemathesis.specs.openapi.schemas import OpenApiSchema

from suite.plan import Suite

suite: Suite
schema: OpenApiSchema
