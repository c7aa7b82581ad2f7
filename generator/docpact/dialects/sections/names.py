"""The text of a name cell, a term or a field's name → the name, and what else stands there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from docpact.dialects.sections.need import marked_need
from docpact.dialects.sections.vocabulary import TYPE_WORDS
from docpact.read.page import Style, Text

# `filters[name]`, `$filter`, `provider:network_type`, `@id`, `names.*`, `tags[]`
NAME = re.compile(r"[$@_A-Za-z0-9][\w.$@:*/\[\]{}<>+#-]*")
# A name, then marks: `weight (Optional)`, `name: string`, `name, optional`.
MARKED = re.compile(
    r"(?P<name>[^\s(),;|=\u2013\u2014]+?)(?P<star>\*+|\?)?"
    r"(?P<remark>\s*(?:\(.*\)?|\[(?!\]).*|[:,;|=\u2013\u2014-]\s.*|\s(?:optional|required|mandatory)\b.*))?",
    re.DOTALL | re.IGNORECASE,
)
BRACES = re.compile(r"\{\{?\s*([^{}]+?)\s*\}?\}|<\s*([^<>]+?)\s*>")
PHRASE = re.compile(r"\b(any|other|all|additional|further|the|every|see|note|same|following)\b", re.IGNORECASE)
MOST_WORDS = 3
LONGEST = 200
"""No name with its marks has more characters."""
LEADING_MARK = re.compile(r"[?*]\s*(?=\w)")
TYPE_REMARK = re.compile(r"\W*(?P<type>[A-Za-z][\w<>\[\] ]*?)\s*(?:[,;)|(].*)?", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class NameText:
    """A name, read."""

    name: str
    """Empty where the text isn't a name."""
    remark: str = ""
    """What stands beside it."""
    required: bool | None = None
    type_words: str = ""
    """A type that stands beside it: `name (string)`."""
    blank: bool = False
    """It has blanks in it, and is taken as it stands."""


def parse_name(text: Text) -> NameText:
    """Return the name and the marks beside it.

    What is marked as a literal is the name where anything is; a leading question mark means optional, an asterisk
    behind it required.
    """
    words = text.plain
    if len(words) > LONGEST:
        return NameText(name="", remark=words[:LONGEST])
    lines = "".join(span.text for span in text.spans).strip().count("\n")
    literals = [span.text.strip() for span in text.spans if span.style is Style.LITERAL and span.text.strip()]
    if len(literals) == 1 and words.startswith(literals[0]) and " " not in literals[0]:
        rest = _marks_apart(text) or words[len(literals[0]) :].strip()
        return _named(literals[0], rest)
    optional = words.startswith("?") and bool(LEADING_MARK.match(words))
    words = LEADING_MARK.sub("", words, count=1) if LEADING_MARK.match(words) else words
    found = MARKED.fullmatch(words)
    if found and NAME.fullmatch(_bare(found["name"])) and not found["name"].endswith("."):
        star = found["star"] or ""
        read = _named(found["name"], found["remark"] or "")
        required = False if optional or star == "?" else True if star else read.required
        return NameText(name=read.name, remark=read.remark, required=required, type_words=read.type_words)
    braced = BRACES.fullmatch(words)
    if braced:
        return _named(words, "")
    if (
        words
        and not lines
        and len(words.split()) <= MOST_WORDS
        and not PHRASE.search(words)
        and re.fullmatch(r"[\w -]+", words)
    ):
        return NameText(name=words, blank=True)
    return NameText(name="", remark=words)


def _marks_apart(text: Text) -> str:
    """Return the marks beside a name, each marked up by itself: ``` ``id`` *string* **required** ```; else nothing."""
    rest = [span for span in text.spans if span.text.strip()][1:]
    if len(rest) < 2 or any(span.style is Style.PLAIN for span in rest):  # noqa: PLR2004 - one needs no separator.
        return ""
    return ", ".join(span.text.strip() for span in rest)


def with_marks(named: NameText, marks: Sequence[str]) -> NameText:
    """Return the name with the marks of columns that nothing heads: `optional, defaults to 5`."""
    words = " ".join(filter(None, marks))
    if not words or not named.name:
        return named
    need = marked_need(words) if named.required is None else named.required
    return replace(named, remark=f"{named.remark} {words}".strip(), required=need)


def _named(name: str, remark: str) -> NameText:
    remark = remark.strip()
    kind = TYPE_REMARK.fullmatch(remark.lstrip("([:- \u2013\u2014"))
    words = kind["type"].strip() if kind else ""
    typed = words.lower().removesuffix(" or null").split(" of ")[0].split("<")[0].split("[")[0].strip() in {
        *TYPE_WORDS,
        "array",
        "list",
        "object",
    }
    return NameText(name=_bare(name), remark=remark, required=marked_need(remark), type_words=words if typed else "")


def _bare(name: str) -> str:
    """Return the name without the braces, quotes and marks that it is shown in."""
    name = name.strip("`\"'\u201c\u201d,;")
    if braced := BRACES.fullmatch(name):
        return (braced[1] or braced[2]).strip()
    return name.rstrip(":") if len(name) > 1 else name
