"""Words that say whether a value must be given, wherever authors put them."""

from __future__ import annotations

import re

REQUIRED = r"required|mandatory|compulsory|obligatory"
OPTIONAL = r"optional|not required|not mandatory|non-mandatory|not needed"
# `(required)`, `[optional]`, `*Optional*`, `Required.` as first word, `, optional` at the end.
BRACKETED = re.compile(
    rf"[(\[*]\s*(?:this (?:field|parameter) is\s+|always\s+)?(?P<word>{OPTIONAL}|{REQUIRED})\b"
    r"(?P<rest>[^)\]*]{0,60})[)\]*]",
    re.IGNORECASE,
)
LEADING = re.compile(rf"\W*(?P<word>{OPTIONAL}|{REQUIRED})(?=\s*(?:[.:,;!)\u2013\u2014-]|$))", re.IGNORECASE)
TRAILING = re.compile(rf"(?:[,;/|-]\s*|^)(?P<word>{OPTIONAL}|{REQUIRED})\W*$", re.IGNORECASE)
# A word of its own between marks of punctuation: `string, required. What it is.`
PHRASE = re.compile(rf"(?:^|[.,;:(\[])\s*(?P<word>{OPTIONAL}|{REQUIRED})\s*(?=[.,;:)\]]|$)", re.IGNORECASE)
SENTENCE = re.compile(
    r"\b(?:an?|this (?:parameter|field|value|property|argument|attribute)? ?is(?: an?)?|is(?: an?)?)\s+"
    rf"(?P<word>{OPTIONAL}|{REQUIRED})\b(?!\s+(?:if|when|for|only|in|by|to|on|unless)\b)"
    r"(?=\s*(?:[.,;)]|$|(?:field|parameter|value|property|argument|attribute|string|integer|boolean|list|array|number)\b))",
    re.IGNORECASE,
)
# `string, the required name of the reader`, `Optional search string`
BEFORE_NOUN = re.compile(
    rf"(?:[,;:-]\s*(?:the\s+|an?\s+)?(?P<word>{OPTIONAL}|{REQUIRED})|^(?P<first>optional))\s+"
    r"(?!(?:if|when|for|only|in|by|to|on|unless|and|or|with|at|as|from|but|features?|settings?|parts?)\b)[a-z]",
    re.IGNORECASE,
)
MUST = re.compile(
    r"\bmust (?:always )?be (?:specified|provided|given|supplied|set|present|included|passed)\b"
    r"(?!\s+(?:if|when|for|unless|in)\b)"
    r"|\byou must (?:have|provide|specify|include|supply|give|pass)\b",
    re.IGNORECASE,
)
# Whoever leaves it out gets a default.
DEFAULTED = re.compile(
    r"\bby default\b|\bdefaults? (?:to|is|value|are)\b|\bif (?:it is |this is |this parameter is |it's )?"
    r"(?:not (?:specified|defined|given|provided|set|present|included|passed|supplied)"
    r"|omitted|left (?:out|blank|empty)|absent|unset)\b",
    re.IGNORECASE,
)
MOST_CHARACTERS = 1_000
"""Needs are stated early; more takes long to look through."""
CONDITION = re.compile(r"\b(?:if|when|unless|for|only|except)\b", re.IGNORECASE)
YES = frozenset({"yes", "true", "required", "mandatory", "always", "y", "x", "\u2713", "\u2714", "m", "r", "1", "must"})
NO = frozenset({
    "no", "false", "optional", "never", "n", "-", "\u2013", "\u2717", "\u2718", "", "o", "0", "not required", "none",
})  # fmt: skip
OUTRIGHT = re.compile(rf"\b(?:{OPTIONAL}|{REQUIRED})\b", re.IGNORECASE)


def cell_need(words: str) -> bool | None:
    """Return what a cell of a column such as `Required` says; None for a condition."""
    bare = words.lower().strip("*`(). ")
    if bare in YES:
        return True
    if bare in NO:
        return False
    first = re.split(r"[\s,;(.:]", bare, maxsplit=1)[0]
    if CONDITION.search(bare):
        return False if first in NO else None
    return True if first in YES else False if first in NO else None


def marked_need(words: str) -> bool | None:
    """Return what marks within a name, type or the like say; None without one, or one under a condition."""
    return _need(words, (BRACKETED, TRAILING, LEADING, PHRASE))


def described_need(words: str) -> bool | None:
    """Return what a description says; None where it says nothing, or both."""
    said = _need(words, (BRACKETED, LEADING, PHRASE, SENTENCE))
    if said is None and (found := BEFORE_NOUN.search(words[:MOST_CHARACTERS])):
        said = bool(re.fullmatch(REQUIRED, found["word"] or found["first"], re.IGNORECASE))
    if said is not None or OUTRIGHT.search(words[:MOST_CHARACTERS]):
        return said
    return True if MUST.search(words[:MOST_CHARACTERS]) else None


def has_default(words: str) -> bool:
    """Tell whether a description says what is taken where the value is left out."""
    return bool(DEFAULTED.search(words[:MOST_CHARACTERS]))


def _need(words: str, patterns: tuple[re.Pattern[str], ...]) -> bool | None:
    words = words[:MOST_CHARACTERS]
    said: set[bool] = set()
    for pattern in patterns:
        for found in pattern.finditer(words) if pattern is not LEADING else filter(None, [pattern.match(words)]):
            rest = found.groupdict().get("rest") or ""
            if not CONDITION.search(rest):
                said.add(bool(re.fullmatch(REQUIRED, found["word"], re.IGNORECASE)))
    return said.pop() if len(said) == 1 else None
