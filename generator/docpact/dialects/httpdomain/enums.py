"""The text of a field → the values that it may have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docpact.dialects.httpdomain.columns import TableColumns
from docpact.dialects.httpdomain.markers import marked_text, scalar_value
from docpact.dialects.statements import Member, TypeStatement
from docpact.dialects.words.several import says_several
from docpact.read.page import Block, DefinitionList, List, Paragraph, Style, Table, Text

ITEM = r"(?:`[^`]+`|[\"“][^\"”]+[\"”]|\*[^*]+\*)(?:\s*\([^()]*\))?"
SEPARATOR = r"\s*(?:,\s*(?:or|and|ou|et|und|oder)?|\bor\b|\band\b|\bou\b|\bet\b|\boder\b|\bund\b|/|\|)\s*"
# A sentence about the field itself: of what a proxy's protocol `can be`, the field says nothing.
SUBJECT = (
    r"(?:^|[.!?;]\s+)(?:(?:this|it|(?:this|the|its) (?:value|parameter|field|argument)|values?|valeur|il"
    r"|(?:ce|le) (?:champ|paramètre)|(?:cette|la) valeur)\s+)?"
)
VALUES = (
    r"\b(?:possible|valid|allowed|supported|accepted|permitted|available) "
    r"(?:values?|options?|choices?|states?|types?)"
)
# Words that announce all values, with how many must follow: `can be` is said of one value among others, too.
ANNOUNCED: tuple[tuple[re.Pattern[str], int], ...] = tuple(
    (re.compile(rf"(?:{words})\s*(?P<list>{ITEM}(?:{SEPARATOR}{ITEM})*)(?P<after>.{{0,12}})", re.IGNORECASE), least)
    for words, least in (
        (rf"{VALUES}(?: (?:are|is|for [^:`]{{1,40}}))?(?: one of)?\s*:?", 1),
        (r"\b(?:valeurs?|options?) (?:possibles?|autorisées?|acceptées?|valides?)(?: sont)?\s*:?", 1),
        (r"\b(?:mögliche|erlaubte|gültige) werte(?: sind)?\s*:?", 1),
        (r"\b(?:(?:is|be|are) )?(?:(?:one|any|either) of|either)(?: the)?(?: following(?: [^`:]{0,60})?)?\s*:?", 2),
        (r"\b(?:l['\u2019]une? (?:des|de)|parmi|soit|au choix)(?: les)?(?: valeurs?)?(?: suivantes?)?\s*:?", 2),
        (rf"{SUBJECT}(?:can|may|must|should|could) be(?: set to)?(?: either)?\s*:?", 2),
        (rf"{SUBJECT}(?:peut (?:être|valoir|prendre(?: les valeurs)?)|doit être)\s*:?", 2),
        (r"\b(?:values?|valeurs?)\s*:", 2),
    )
)
# `How to sort (``up`` or ``down``)`: in brackets an alternative of marked words needs no announcement.
ALTERNATIVES = re.compile(rf"\(\s*(?P<list>{ITEM}(?:{SEPARATOR}{ITEM})*)\s*\)")
EITHER = re.compile(r"\s(?:or|ou|oder)\s|[|/]")
ANNOUNCES = re.compile(
    rf"{VALUES}|\bone of the following\b|valeurs? (?:possibles?|autorisées?|suivantes?)|mögliche werte", re.IGNORECASE
)
OPEN = re.compile(r"^\W*(?:etc|\.\.\.|…|and (?:so|more)|among)", re.IGNORECASE)
WORD = re.compile(r"`([^`]+)`|[\"“]([^\"”]+)[\"”]|\*([^*]+)\*")
TERM = re.compile(
    r"(?P<mark>[`*])(?P<word>[^`*]+)[`*]\s*(?:\((?P<remark>[^()]*)\))?\s*(?P<end>[:,.=\u2013\u2014-]|$|(?=\s|\())\s*"
    r"(?P<text>.*)",
    re.DOTALL,
)
# What an author would put something else for: `design_doc/filter_name`, `<name>`.
PLACEHOLDER = re.compile(r"[/{}<>]")
DEFAULT_MARK = re.compile(r"[*(](?:the )?(?:default|par défaut|défaut)\b[^*()]*[*)]", re.IGNORECASE)


def read_members(blocks: tuple[Block, ...], kind: TypeStatement | None) -> tuple[tuple[Member, ...], Member | None]:
    """Return the values, and the one that is marked as the default; a boolean's need no list.

    A list entry is a value and what it means: `- **normal**: all changes. *Default.*`. In prose the values follow words
    that announce them: `One of ``new``, ``running`` or ``failed``.`
    """
    scalar = kind is None or not (kind.map or kind.one_of or kind.link)
    if not scalar or (kind is not None and kind.type == "boolean"):
        return (), None
    for block in blocks:
        listed = list(_listed(block))
        if listed and all(term is not None for term in listed):
            found = [(term, text) for entry in listed if entry is not None for term, text in [entry]]
            members = _typed([(term, _plain(text)) for term, text in found], kind)
            marked = [place for place, (_, text) in enumerate(found) if DEFAULT_MARK.search(text)]
            if members and len(members) == len(found):
                return members, members[marked[0]] if len(marked) == 1 else None
    for block in blocks:
        if isinstance(block, Paragraph) and says_several(block.text.plain) and not (kind and kind.lists):
            # `a,b`: what is sent isn't one of the values, but several in one text.
            continue
        if isinstance(block, Paragraph) and (words := _announced(marked_text(block.text))):
            return _typed([(word, "") for word in words], kind), None
    return (), None


def read_value_list(block: Block) -> tuple[Member, ...]:
    """Return the values that a list or a table with a column of values describes; none for any other block."""
    if isinstance(block, Table):
        columns = TableColumns.of(block)
        if "value" not in columns.places or "name" in columns.places:
            return ()
        listed = [(columns.cell(row, "value").plain, columns.cell(row, "description").plain) for row in block.rows]
        return _typed([(word.strip("\"'"), text) for word, text in listed if word], None)
    found = list(_listed(block))
    if not all(found):
        return ()
    return _typed([(entry[0], _plain(entry[1])) for entry in found if entry is not None], None)


def announced_names(text: Text) -> tuple[str, ...]:
    """Return the fields whose values a paragraph announces: `Possible values of ``state`` are:`."""
    if not ANNOUNCES.search(text.plain):
        return ()
    return tuple(span.text.strip() for span in text.spans if span.style is not Style.PLAIN and span.text.strip())


def _listed(block: Block) -> Iterator[tuple[str, str] | None]:
    """Yield each entry of a list as a value and its text; None for an entry that isn't one."""
    if isinstance(block, List):
        for entry in block.entries:
            first = entry[0] if entry else None
            yield parse_term(first.text) if isinstance(first, Paragraph) else None
    elif isinstance(block, DefinitionList):
        for definition in block.definitions:
            texts = [one.text for one in definition.blocks if isinstance(one, Paragraph)]
            marked = [span for span in definition.term.spans if span.text.strip()]
            literal = bool(marked) and all(span.style is Style.LITERAL for span in marked)
            yield (definition.term.plain, " ".join(map(marked_text, texts))) if literal else None


def parse_term(text: Text) -> tuple[str, str] | None:
    """Return the marked word that a list's entry begins with, and the marked rest; None without one."""
    found = TERM.fullmatch(marked_text(text))
    if not found or len(found["word"].split()) > 3:  # noqa: PLR2004 - more words are a sentence.
        return None
    if found["mark"] == "*" and PLACEHOLDER.search(found["word"]):
        return None
    remark = f"({found['remark']}) " if found["remark"] else ""
    return found["word"].strip().strip(":").strip("\"'"), remark + found["text"]


def _announced(text: str) -> list[str]:
    for pattern, least in ANNOUNCED:
        for found in pattern.finditer(text):
            marked = WORD.findall(re.sub(r"\([^()]*\)", "", found["list"]))
            words = [word for parts in marked if (word := "".join(parts).strip())]
            quoted = [word for word in words if word[0] in "\"'"]
            # `"ok"` or `false`: quotes tell strings from other values, so that these are no strings alone.
            mixed = quoted and any(word in {"true", "false", "null"} for word in words)
            if len(words) >= least and not mixed and not OPEN.match(found["after"]):
                return [word.strip("\"'") for word in words]
    for found in ALTERNATIVES.finditer(text):
        if EITHER.search(WORD.sub("", found["list"])):
            words = [word for parts in WORD.findall(found["list"]) if (word := "".join(parts).strip())]
            return [word.strip("\"'") for word in words]
    return []


def _typed(words: list[tuple[str, str]], kind: TypeStatement | None) -> tuple[Member, ...]:
    """Return the members as values of the type; none where one of them can't be a value of it."""
    found: list[Member] = []
    inner = kind if kind is None or not kind.lists else None
    for word, text in words:
        value = scalar_value(word, inner)
        if isinstance(value, bool | float):
            return ()
        if value is None:
            continue
        if inner is None and kind is not None and kind.type == "string":
            value = word
        found.append(Member(value=value, name=word, description=text))
    unique = {member.value: member for member in reversed(found)}
    if len({type(member.value) for member in found}) > 1:
        return tuple(Member(value=str(m.value), name=m.name, description=m.description) for m in found)
    return tuple(found) if len(unique) == len(found) else ()


def _plain(words: str) -> str:
    return words.replace("`", "").replace("*", "").strip()
