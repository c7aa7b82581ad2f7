"""Is the emitted document OpenAPI? An independent reader says so before it is written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docpact.errors import InputError


def validate_document(document: Mapping[str, Any], where: str) -> None:
    """Raise `InputError` with the first fault where the document is not OpenAPI 3.1.

    Source: https://spec.openapis.org/oas/v3.1.0, by openapi-spec-validator.
    """
    from openapi_spec_validator import OpenAPIV31SpecValidator  # noqa: PLC0415 - takes longer than to read 50 pages.
    from referencing.exceptions import Unresolvable  # noqa: PLC0415

    try:
        fault = next(iter(OpenAPIV31SpecValidator(dict(document)).iter_errors()), None)
    except Unresolvable as error:
        hint = "a base document or an overlay may refer to it"
        raise InputError(f"a reference leads nowhere: `{error.ref}`", where=where, hint=hint) from error
    if fault is not None:
        place = "/".join(str(part) for part in getattr(fault, "absolute_path", ()))
        said = str(getattr(fault, "message", fault)).partition("\n")[0]
        raise InputError(
            f"the document is not OpenAPI 3.1: {said:.300}",
            where=f"{where}#/{place}",
            hint="a base document or an overlay may have put it there",
        )
