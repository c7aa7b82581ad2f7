"""The words of a description or note → the limits, values and conditions that they state."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from typing import Any

from docpact.dialects.statements import NO_LIMITS, Limits, Member
from docpact.dialects.words.units import SECONDS

# More digits are no limit that an author means, and more than a number of a document can have.
DIGITS = r"[0-9]{1,18}"
NUMBER = rf"(-?{DIGITS}(?:\.{DIGITS})?)(?!\.?[0-9])"
# Written without quotes, these say that there is no default.
NO_DEFAULT = frozenset({"none", "null"})
UNITS_OF_TIME = r"(?!\s*(?:second|minute|hour|day|week|month|year)s?)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What a text states about a value."""

    limits: Limits = NO_LIMITS
    members: tuple[Member, ...] = ()
    required_if: tuple[tuple[str, int | str], ...] = ()
    uncertain: bool = False
    """The text says that the value may be missing: `(if known)`."""


def parse_number(text: str) -> int | float:
    """Return the number, an `int` where it is whole."""
    return float(text) if "." in text else int(text)


def _default(found: re.Match[str]) -> Any:  # noqa: ANN401 - a default is any JSON scalar.
    if found[1].lower() in NO_DEFAULT:
        return None
    word = found[1].strip("`'\"")
    if word.lower() in {"true", "false"}:
        return word.lower() == "true"
    return parse_number(word) if re.fullmatch(NUMBER, word) else word


def _span_of_time(found: re.Match[str]) -> Limits:
    low, low_unit, high, high_unit = found.groups()
    return Limits(minimum=int(low) * SECONDS[low_unit], maximum=int(high) * SECONDS[high_unit])


def _ordered(low: str, high: str) -> Limits:
    """Return a range; nothing where it would be empty."""
    least, most = parse_number(low), parse_number(high)
    return Limits(minimum=least, maximum=most) if least <= most else NO_LIMITS


AT_MOST = "(?:at most|no more than|not more than|up to|a maximum of|maximum of)"
AT_LEAST = "(?:at least|no less than|not less than|a minimum of|minimum of)"
CHARACTERS = r"(?:characters|chars|letters|symbols)\b"
ENTRIES = r"(?:items|entries|elements|values)\b"
# What follows a number that is a limit itself, and no number of something.
CLAUSE_ENDS = r"(?=\s*(?:[.,;)]|$))"
DEFAULT = (
    r"\bdefault(?:\s+value|\s+(?!is\b)\w+(?=\s+is\b))?(?:\s*[:=]\s*|(?:\s+is|s?\s+to):?\s+|\s+)"
    r"(?!(?:is|value|to|the|an?|no default)\b)"
    r"([\w.`'\"-]+?)(?=\.?(?:[\s,;)]|$))"
)
# Each wording once, with what it means. `{n}` stands for a number, `{d}` for digits.
WORDINGS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Limits]], ...] = tuple(
    (re.compile(pattern.replace("{n}", NUMBER).replace("{d}", DIGITS), re.IGNORECASE), make)
    for pattern, make in (
        (rf"\bmax(?:imum)?:?\s+{{n}}\b{UNITS_OF_TIME}", lambda m: Limits(maximum=parse_number(m[1]))),
        (rf"\bmin(?:imum)?:?\s+{{n}}\b{UNITS_OF_TIME}", lambda m: Limits(minimum=parse_number(m[1]))),
        (
            DEFAULT,
            lambda m: Limits(default=_default(m)),
        ),
        # `10 by default`
        (
            r"(?:^|[,;:(]\s*)([\w.`'\"-]+?) by default(?=\s*(?:[.,;()]|$))",
            lambda m: Limits(default=_default(m)),
        ),
        (r"\(\s*({d})\s*-\s*({d})\s*\)", lambda m: Limits(minimum=int(m[1]), maximum=int(m[2]))),
        (
            r"in (?:the )?range (?:of |from )?{n}\s*(?:-|to|\u2013)\s*{n}(?![\d.])(?!\s*char)",
            lambda m: Limits(minimum=parse_number(m[1]), maximum=parse_number(m[2])),
        ),
        (r"from ({d}) (second|minute|hour)s? (?:up )?to ({d}) (second|minute|hour)s?", _span_of_time),
        (r">\s*0\s*-\s*error", lambda _: Limits(minimum=0)),
        (
            r"in (?:the )?range (?:of |from )?({d})\s*(?:-|to|\u2013)\s*({d}) characters",
            lambda m: Limits(min_length=int(m[1]), max_length=int(m[2])),
        ),
        (
            r"length (?:must be |is |has to be )?(?:between|from) ({d}) (?:and|to) ({d})",
            lambda m: Limits(min_length=int(m[1]), max_length=int(m[2])),
        ),
        (
            rf"\b(?:max|maximum|{AT_MOST}):? ({{d}}) {CHARACTERS}",
            lambda m: Limits(max_length=int(m[1]), maximum=None),
        ),
        (rf"\b(?:min|minimum|{AT_LEAST}):? ({{d}}) {CHARACTERS}", lambda m: Limits(min_length=int(m[1]))),
        (r"\bmax(?:imum|imal|\.)?[ -]?length(?: is| of|:)?\s+({d})\b", lambda m: Limits(max_length=int(m[1]))),
        (r"\bmin(?:imum|imal|\.)?[ -]?length(?: is| of|:)?\s+({d})\b", lambda m: Limits(min_length=int(m[1]))),
        (
            rf"\bbetween ({{d}}) and ({{d}}) {CHARACTERS}",
            lambda m: Limits(min_length=int(m[1]), max_length=int(m[2])),
        ),
        (rf"\b{AT_MOST} ({{d}}) {ENTRIES}", lambda m: Limits(max_items=int(m[1]))),
        (rf"\b{AT_LEAST} ({{d}}) {ENTRIES}", lambda m: Limits(min_items=int(m[1]))),
        (rf"\bbetween ({{d}}) and ({{d}}) {ENTRIES}", lambda m: Limits(min_items=int(m[1]), max_items=int(m[2]))),
        (rf"\b{AT_MOST} {{n}}{CLAUSE_ENDS}", lambda m: Limits(maximum=parse_number(m[1]))),
        (rf"\b{AT_LEAST} {{n}}{CLAUSE_ENDS}", lambda m: Limits(minimum=parse_number(m[1]))),
        (
            rf"\b(?:between {{n}} and|from {{n}} (?:up )?to) {{n}}{CLAUSE_ENDS}",
            lambda m: _ordered(m[1] or m[2], m[3]),
        ),
        (rf"(?:^|[:;,(]\s*){{n}} (?:to|through) {{n}}{CLAUSE_ENDS}", lambda m: _ordered(m[1], m[2])),
        (r"only (?:numeric characters|digits)", lambda _: Limits(pattern="^[0-9]+$")),
        (r"contain at least one\b", lambda _: Limits(min_items=1)),
        (r"contain (?:only )?(?:distinct|unique)\b", lambda _: Limits(unique_items=True)),
    )
)
# `0 = User`, `0: all data`, `[0] Owner`, `(1 Admin, 2 Member)`: at least two, since one number may be anything.
MEMBER_LISTS = (
    re.compile(rf"(?:^|[\s(,])(?P<value>{DIGITS})\s*=\s*(?P<name>[A-Za-z][\w ]*?)\s*(?=[,;.)]|$)"),
    re.compile(rf"(?:^|[\s(,])(?P<value>{DIGITS})\s*:\s*(?P<name>[A-Za-z][\w ]*?)\s*(?=[,;.)]|$)"),
    re.compile(rf"\[(?P<value>{DIGITS})\]\s*(?P<name>[A-Za-z]\w*)"),
    re.compile(rf"(?:\(|, )(?P<value>{DIGITS}) (?P<name>[A-Z]\w+)(?=[,)])"),
)
WORDS = r"((?:[A-Z][A-Z_]+(?:,\s*(?:or\s+|and\s+)?|\s+or\s+))+[A-Z][A-Z_]+)"
# After words that announce a list, or all that is said.
WORD_MEMBERS = re.compile(rf"\b(?:can be|is|one of:?)\s+{WORDS}\b|^{WORDS}$")
QUOTED_MEMBER = re.compile(r"\bname:\s*[\"\u201c]([\w.-]+)[\"\u201d]")
# The whole description: `always crate`.
CONSTANT = re.compile(r"(?:it )?(?:is )?always [`'\"\u201c]?([\w.-]*\w)[`'\"\u201d]?\.?", re.IGNORECASE)
NO_CONSTANTS = frozenset({
    "available", "empty", "false", "included", "known", "negative", "null", "positive", "present", "required",
    "returned", "sent", "set", "there", "true", "unique",
})  # fmt: skip
REQUIRED_IF = re.compile(r"required (?:for|if|when)\s+(?P<name>\w+)\s*(?:[:=]|is)\s*(?P<value>\w+)", re.IGNORECASE)
UNCERTAIN = re.compile(
    r"\(if (?:known|any|available|set)\)|returned only if|will be skipped|available only", re.IGNORECASE
)


@lru_cache(maxsize=4096)
def parse_stated(text: str) -> Stated:
    """Return everything that the words state about the value that they describe.

    The words of one row are asked for its schema, its claims and its notes.
    """
    limits = NO_LIMITS
    for wording, make in WORDINGS:
        if found := wording.search(text):
            limits = merge_limits(limits, make(found))
    if limits.max_length is not None and limits.maximum == limits.max_length:
        limits = replace(limits, maximum=None)
    return Stated(
        limits=limits,
        members=_members(text),
        required_if=tuple((m["name"], _value(m["value"])) for m in REQUIRED_IF.finditer(text)),
        uncertain=bool(UNCERTAIN.search(text)),
    )


def merge_limits(first: Limits, second: Limits) -> Limits:
    """Return both together; where both speak, the first wins."""
    if NO_LIMITS in {first, second}:
        return second if first == NO_LIMITS else first
    return Limits(**{
        f.name: getattr(first, f.name) if getattr(first, f.name) is not None else getattr(second, f.name)
        for f in fields(Limits)
    })  # fmt: skip


def _value(word: str) -> int | str:
    return int(word) if re.fullmatch(DIGITS, word) else word


def _members(text: str) -> tuple[Member, ...]:
    for pattern in MEMBER_LISTS:
        found = [(int(m["value"]), m["name"].strip()) for m in pattern.finditer(text)]
        if len(found) > 1 and len(dict(found)) == len(found):
            return tuple(Member(value=value, name=name) for value, name in found)
    if words := WORD_MEMBERS.search(text):
        return tuple(Member(value=word, name=word) for word in re.findall(r"[A-Z_]{2,}", words[0]))
    if (constant := CONSTANT.fullmatch(text)) and constant[1].lower() not in NO_CONSTANTS:
        return (Member(value=_value(constant[1]), name="" if constant[1].isdigit() else constant[1]),)
    if quoted := QUOTED_MEMBER.search(text):
        return (Member(value=quoted[1], name=quoted[1]),)
    return ()
