"""Made-up booleans, numbers and texts that keep to their schemas."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from math import ceil, floor
from typing import Any

from docpact.mock.merging import Merged
from docpact.mock.patterns import generate_texts
from docpact.mock.texts import make_text


def make_scalars(merged: Merged, kind: str, number: int) -> Iterator[Any]:
    """Yield values of a kind, the likeliest first; `number` asks for others than other numbers do."""
    if kind == "boolean":
        yield from ([False, True] if number % 2 == 0 else [True, False])
    elif kind == "string":
        words = merged.words
        usual = words.get("format", ""), tuple(merged.patterns), words.get("minLength", 0), words.get("maxLength")
        first = make_text(*usual)
        yield first if not number else _other_text(first, merged, number)
        yield from (f"{first}{at}" for at in range(1, 4))
        yield from ("", "2", "other")
    else:
        yield from _numbers(
            merged.words, whole=kind == "integer" or merged.types == frozenset({"integer"}), number=number
        )


def _other_text(first: str, merged: Merged, number: int) -> str:
    most = merged.words.get("maxLength")
    if merged.patterns:
        texts = list(
            dict.fromkeys(generate_texts(next(iter(merged.patterns)), merged.words.get("minLength", 0), number + 2))
        )
        return texts[number % len(texts)] if texts else first
    if "format" in merged.words:
        return first[:-1] + "0123456789abcdef"[number % 16] if "uuid" in merged.words["format"] else first
    mark = str(number)
    return f"{first}{mark}"[:most] if most is None or len(first) < most else (mark + first)[:most]


def _numbers(words: Mapping[str, Any], *, whole: bool, number: int) -> Iterator[Any]:
    """Yield numbers within the limits: the lowest one if there is a limit, else 0."""
    above, below = words.get("exclusiveMinimum"), words.get("exclusiveMaximum")
    low, high = words.get("minimum"), words.get("maximum")
    step = Fraction(str(words["multipleOf"])) if words.get("multipleOf") else Fraction(1 if whole else 0)
    if whole and step.denominator != 1:
        step = Fraction(step.numerator)
    bottom = max((Fraction(str(one)) for one in (low, above) if one is not None), default=None)
    top = min((Fraction(str(one)) for one in (high, below) if one is not None), default=None)
    start = bottom if bottom is not None else Fraction(0)
    if bottom is None and top is not None and top < 0:
        start = top
    if step:
        at = (
            Fraction(ceil(start / step) if bottom is not None or top is None or top >= 0 else floor(start / step))
            * step
        )
        if above is not None and at <= Fraction(str(above)):
            at += step
        if below is not None and bottom is None and at >= Fraction(str(below)):
            at -= step
        at += number * step if bottom is not None or top is None else -number * step
    else:
        at = start + number
        if above is not None and at <= Fraction(str(above)):
            at = (at + top) / 2 if top is not None else at + 1
        if below is not None and bottom is None and at >= Fraction(str(below)):
            at -= 1
        if top is not None and at > top:
            at = top
    yield _plain(at, whole=whole)
    yield from (_plain(at + (step or 1) * count, whole=whole) for count in (1, 2, -1))


def _plain(value: Fraction, *, whole: bool) -> int | float:
    return int(value) if whole or value.denominator == 1 else float(value)
