"""Arguments that are an enumeration's members, or what a newer server knows beside them."""

from __future__ import annotations

import warnings
from typing import Any


class Plain:
    """A number or a text that is sent as it is."""

    __slots__ = ("value",)

    def __init__(self, value: object) -> None:
        self.value = value


def as_member(given: Any) -> Any:  # noqa: ANN401 - a member, or what was given in place of one.
    """Return something with a `value`: a number or a text may stand for a member, since answers have such too."""
    return Plain(given) if isinstance(given, int | str) and not hasattr(given, "value") else given


def as_members(given: Any) -> Any:  # noqa: ANN401 - as above, a list of them.
    """Return a list of such; one alone is a list of one."""
    if isinstance(given, int | str):
        return [as_member(given)]
    return [as_member(entry) for entry in given] if isinstance(given, list | tuple | set | frozenset) else given


def as_map(kind: Any, given: Any) -> Any:  # noqa: ANN401 - a model that is a mapping, and what is to be in it.
    """Return the model with the mapping's entries; a model, and nothing, stay what they are."""
    if isinstance(given, kind) or not hasattr(given, "items"):
        return given
    made = kind()
    made.additional_properties = dict(given.items())
    return made


WARNED: set[str] = set()
"""Operations of which a warning has been given."""


def warn_deprecated(operation: str) -> None:
    """Warn of the first call of an operation that the API's documentation deprecates."""
    if operation not in WARNED:
        WARNED.add(operation)
        warnings.warn(f"the API deprecates the operation {operation}", DeprecationWarning, stacklevel=3)
