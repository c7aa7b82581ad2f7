"""The envelope that an API puts around its payloads, learnt from the samples of its responses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from docpact.model.collect.observe import json_type
from docpact.model.types import Envelope, EnvelopeProperty

# An envelope says how the call went; a page of a list does not.
VERDICTS = frozenset({"success", "statuscode", "status", "error", "errors", "errormessages", "code"})
COMMON = 0.6
"""The share of the successes that show a property of the envelope."""
MOSTLY = 0.9
"""The share of the samples that a role must hold for: single samples are wrong now and then."""
FIRST_SUCCESS, FIRST_REDIRECT, FIRST_ERROR = 200, 300, 400

Samples = Sequence[tuple[int | None, Any]]
"""HTTP status and body; None for a success whose status no page names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """What the samples show of one property."""

    successes: Samples
    failures: Samples


def learn_envelope(samples: Samples) -> Envelope | None:
    """Return the properties that most successes share around one payload; None where there is no such pattern.

    Two of them at least must say how the call went, by their name or by their values: a single one may be a property
    of the payload. Exactly one other property must hold objects or lists: the payload.
    """
    bodies = [(status, body) for status, body in samples if isinstance(body, dict)]
    successes = [body for status, body in bodies if not _is_failure(status)]
    counts = Counter(name for body in successes for name in body)
    common = [name for name, count in counts.items() if count >= COMMON * len(successes)]
    shown = {name: _show(name, bodies) for name in common}
    signs = [name for name in common if name.lower() in VERDICTS or _says_how_it_went(shown[name])]
    holders = [name for name in common if any(isinstance(body.get(name), dict | list) for body in successes)]
    payloads = [name for name in holders if name not in signs]
    if len(signs) < 2 or len(payloads) != 1:  # noqa: PLR2004 - as the docstring says.
        return None
    around = {name: shown[name] for name in sorted(common) if name in signs or _is_success_flag(shown[name])}
    return Envelope(
        payload=payloads[0],
        properties=tuple(_describe(name, found) for name, found in around.items()),
        success=_only(_is_success_flag, around),
        status=_only(_repeats_status, around),
        messages=_only(_holds_messages, around),
    )


def is_enveloped(body: Any, envelope: Envelope | None) -> bool:  # noqa: ANN401
    """Return whether a sample of a response has the envelope around it."""
    return envelope is not None and isinstance(body, dict) and all(prop.name in body for prop in envelope.properties)


def _is_failure(status: int | None) -> bool:
    return status is not None and status >= FIRST_ERROR


def _show(name: str, bodies: Sequence[tuple[int | None, Mapping[str, Any]]]) -> _Shown:
    found = [(status, body[name]) for status, body in bodies if name in body]
    return _Shown(
        successes=[(status, value) for status, value in found if not _is_failure(status)],
        failures=[(status, value) for status, value in found if _is_failure(status)],
    )


def _says_how_it_went(shown: _Shown) -> bool:
    """Return whether the values say whether the call succeeded, whatever the property is called.

    A boolean does if it is false in failures, since true everywhere it may be any property of the payload.
    """
    return _repeats_status(shown) or (bool(shown.failures) and _is_success_flag(shown))


def _is_success_flag(shown: _Shown) -> bool:
    """Return whether it is true in successes and, where failures show it, false in them."""
    true = _mostly(value is True for _, value in shown.successes)
    return true and (not shown.failures or _mostly(value is False for _, value in shown.failures))


def _repeats_status(shown: _Shown) -> bool:
    """Return whether it is the HTTP status.

    An integer with other values (a code of the API's own, such as 0 for success) isn't: nobody could fill it in.
    """
    return _mostly(_is_status(value, status) for status, value in (*shown.successes, *shown.failures))


def _is_status(value: Any, status: int | None) -> bool:  # noqa: ANN401
    if not isinstance(value, int) or isinstance(value, bool):
        return False
    return value == status if status is not None else FIRST_SUCCESS <= value < FIRST_REDIRECT


def _holds_messages(shown: _Shown) -> bool:
    """Return whether it says in words what went wrong.

    A list of strings does that is empty in successes: beside a payload, an empty list has no other use. A text does
    that failures have and successes leave empty.
    """
    if not _mostly(not value for _, value in shown.successes):
        return False
    everywhere = [value for _, value in (*shown.successes, *shown.failures) if value is not None]
    if everywhere and all(isinstance(value, list) for value in everywhere):
        return all(isinstance(entry, str) for value in everywhere for entry in value)
    said = [value for _, value in shown.failures if value]
    return bool(said) and all(isinstance(value, str) for value in everywhere)


def _mostly(holds: Iterable[bool]) -> bool:
    found = list(holds)
    return bool(found) and sum(found) >= MOSTLY * len(found)


def _only(role: Callable[[_Shown], bool], around: Mapping[str, _Shown]) -> str:
    """Return the property that plays a role; empty where none does, or several do: then it isn't evident which."""
    found = [name for name, shown in around.items() if role(shown)]
    return found[0] if len(found) == 1 else ""


def _describe(name: str, shown: _Shown) -> EnvelopeProperty:
    values = [value for _, value in (*shown.successes, *shown.failures)]
    types = {json_type(value) for value in values} - {"null"}
    kind = types.pop() if len(types) == 1 else ""
    if kind == "array" and not all(isinstance(entry, str) for value in values for entry in value or ()):
        kind = ""
    return EnvelopeProperty(name=name, type=kind, nullable=bool(kind) and None in values)
