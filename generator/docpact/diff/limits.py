"""Limits, formats and patterns of two schemas → changes."""

from __future__ import annotations

from typing import Any

from docpact.diff.findings import Node, Place, differ, show

UPPER = ("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties")
LOWER = ("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties")
LIMITS = (*UPPER, *LOWER, "multipleOf", "uniqueItems")
# A value of the first format is one of the second too.
WIDER = {("int32", "int64"), ("float", "double")}


def compare_limits(old: Node, new: Node, place: Place) -> None:
    """Report limits that leave more or less room."""
    for key in LIMITS:
        was, now = old.get(key), new.get(key)
        if key == "uniqueItems":
            was, now = was or None, now or None
        if differ(was, now):
            place.report(_limit_rule(key, was, now), f"{key}: {_show(was)} became {_show(now)}")


def _limit_rule(key: str, was: Any, now: Any) -> str:  # noqa: ANN401 - numbers, true, or None.
    if was is None or now is None:
        return "limit-tightened" if was is None else "limit-loosened"
    if key in UPPER:
        return "limit-tightened" if now < was else "limit-loosened"
    if key in LOWER:
        return "limit-tightened" if now > was else "limit-loosened"
    if now % was == 0:
        return "limit-tightened"
    return "limit-loosened" if was % now == 0 else "limit-changed"


def compare_format(old: Node, new: Node, place: Place) -> None:
    """Report another format or pattern."""
    was, now = old.get("format"), new.get("format")
    if was != now:
        tighter = was is None or (now, was) in WIDER
        looser = now is None or (was, now) in WIDER
        rule = "limit-tightened" if tighter else "limit-loosened" if looser else "format-changed"
        place.report(rule, f"format: {_show(was)} became {_show(now)}")
    was, now = old.get("pattern"), new.get("pattern")
    if was != now:
        rule = "limit-tightened" if was is None else "limit-loosened" if now is None else "pattern-changed"
        place.report(rule, f"pattern: {_show(was)} became {_show(now)}")


def _show(value: Any) -> str:  # noqa: ANN401
    return "none" if value is None else show(value)
