"""`Normal response codes: 200, 202` and `Error response codes: badRequest(400)` → statuses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from docpact.diagnostics import Diagnostic, Origin, Report
from docpact.dialects.statements import Source
from docpact.read.page import Span, Text

Kind: TypeAlias = Literal["normal", "error", ""]
CODES = r"(?:http\s+)?(?:(?:respon[sc]es?|return|status)\s+)*codes?(?:\(s\))?"
ANNOUNCED = re.compile(
    rf"(?:(?P<normal>normal|success(?:ful)?|expected|ok)|(?P<error>errors?|faults?|failures?|abnormal))\s+{CODES}\s*:?"
    rf"|(?:http\s+)?(?:respon[sc]es?|return|status)\s+codes?(?:\(s\))?\s*:",
    re.IGNORECASE,
)
CODE = re.compile(
    r"(?P<name>[A-Za-z][\w-]*)\s*\((?P<many>\s*\d[^)]*)\)|(?<![\w.])(?P<code>\d+(?:xx)?)(?![\w.]*\w)(?:\s*\((?P<after>[A-Za-z][^)\d]*)\))?",
    re.IGNORECASE,
)
SENTENCE_END = re.compile(r"\.(?:\s|$)")
STATUS = re.compile(r"[1-5](?:\d\d|xx)", re.IGNORECASE)
LOWEST_ERROR = "4"


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """A status that the page lists."""

    code: str
    """`200` or `4XX`."""
    normal: bool
    """Whether it is a success, by the page's words, or else by the code."""
    text: Text
    """What the page says of it; empty where it says nothing."""
    source: Source
    origin: Origin


def announced_kind(text: Text) -> Kind | None:
    """Return what kind of codes a paragraph announces; None where it announces none."""
    found = ANNOUNCED.match(text.plain.lstrip("*_ "))
    return None if found is None else "normal" if found["normal"] else "error" if found["error"] else ""


def read_codes_in_words(text: Text, report: Report) -> list[Status]:
    """Return the statuses of a paragraph that begins by announcing codes; it may announce several kinds."""
    words = text.plain
    heads = list(ANNOUNCED.finditer(words))
    found: list[Status] = []
    for head, after in zip(heads, [*heads[1:], None], strict=True):
        listed = SENTENCE_END.split(words[head.end() : after.start() if after else len(words)], maxsplit=1)[0]
        kind: Kind = "normal" if head["normal"] else "error" if head["error"] else ""
        found += read_codes(listed, kind, text.origin, report)
    return found


def read_codes(listed: str, kind: Kind, origin: Origin, report: Report) -> Iterator[Status]:
    """Yield the statuses of a list such as `badRequest(400), 401`; what isn't a status is reported and left out."""
    for match in CODE.finditer(listed):
        name = match["name"] or match["after"] or ""
        for word in re.findall(r"\d+(?:xx)?", match["many"] or match["code"], re.IGNORECASE):
            code = read_code(word, origin, report)
            if code is not None:
                normal = kind == "normal" if kind else code < LOWEST_ERROR
                text = Text((Span(name.strip()),) if name else (), origin)
                yield Status(code=code, normal=normal, text=text, source=Source.PROSE, origin=origin)


def read_code(word: str, origin: Origin, report: Report) -> str | None:
    """Return the status in OpenAPI's spelling; None, and a diagnostic, where there is no such status."""
    if STATUS.fullmatch(word.strip()):
        return word.strip().upper()
    message = f"`{word.strip():.20}` is no HTTP status; it is left out"
    report(Diagnostic(code="status-unreadable", message=message, origin=origin))
    return None
