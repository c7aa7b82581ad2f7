"""Whether the strings of a body are of their documented formats."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from contract_suite.document import Document
from contract_suite.validators import build_validator

# Servers write times as RFC 3339 has them, but without the offset or with a finer fraction.
TIMESTAMP = re.compile(r"(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d:\d\d)(\.\d{1,9})?([Zz]|[+-]\d\d:\d\d)?")


def is_timestamp(text: str) -> bool:
    """Whether the text is a point in time: RFC 3339, but the offset may be missing."""
    match = TIMESTAMP.fullmatch(text)
    if match is None:
        return False
    try:
        datetime.fromisoformat(f"{match[1]}T{match[2]}")
    except ValueError:
        return False
    return True


@dataclass(slots=True)
class FormatChecker:
    """Checks values against the formats of their schemas; each schema is compiled once."""

    document: Document
    _validators: dict[int, tuple[Any, Any]] = field(default_factory=dict)

    def find_wrong_format(self, schema: dict[str, Any], value: object) -> str:
        """Return where a value is not of its format; empty where it is, or where the schema is violated otherwise."""
        if id(schema) not in self._validators:
            whole = self.document.with_components(schema)
            self._validators[id(schema)] = (
                build_validator(whole),
                build_validator(whole, formats=True, checkers={"date-time": is_timestamp}),
            )
        plain, strict = self._validators[id(schema)]
        # Where only the formats make the difference, the first error is about one, however deep.
        error = next(iter(strict.iter_errors(value)), None) if plain.is_valid(value) else None
        return f"{'.'.join(map(str, error.instance_path)) or 'the body'}: {error.message}" if error else ""
