"""Directives with their content sorted, and which of several told together have the content."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from docpact.diagnostics import Diagnostic, Report
from docpact.dialects.httpdomain.content import Content, sort_content
from docpact.dialects.httpdomain.exchange import Route
from docpact.dialects.httpdomain.scope import Found
from docpact.dialects.httpdomain.signature import Signature, parse_signatures
from docpact.dialects.words.paths import NAME

# `/api/...`: what is said there is about any path that begins so.
ELLIPSIS = re.compile(r"\.{3}|\u2026")


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A directive's content and what is read from after it; twins tell the same."""

    found: Found
    content: Content
    after: tuple[tuple[str, Content], ...]
    """Each with the heading that it stands under, if that is another than the directive's."""
    signatures: tuple[Signature, ...]

    @property
    def routes(self) -> tuple[Route, ...]:
        """Its operations."""
        return tuple((self.found.method, signature.path) for signature in self.signatures)


def read_telling(found: Found, report: Report) -> Telling:
    """Return a directive with its blocks sorted; a line of its argument that is no path is reported and left out."""
    content = sort_content(found.directive.blocks, report)
    after = tuple((part.title, sort_content(part.blocks, report, part.title)) for part in found.after)
    signatures: list[Signature] = []
    for signature in parse_signatures(found.directive.argument):
        problem = _problem(signature.path)
        if problem:
            message = f"`{signature.path:.80}` is no path template: {problem}"
            report(Diagnostic(code="request-line-malformed", message=message, origin=found.directive.origin))
        else:
            signatures.append(signature)
    return Telling(found=found, content=content, after=after, signatures=tuple(signatures))


def _problem(path: str) -> str:
    """Return what keeps a path from being one; empty where nothing does."""
    if re.search(r"[{}]", NAME.sub("", path)):
        return "braces that don't match"
    return "it stands for several paths" if ELLIPSIS.search(path) else ""


def share_twins(tellings: Sequence[Telling]) -> list[tuple[Telling, Telling]]:
    """Return each telling with the one whose content it has: its own, or the next one's where it has none.

    Several methods or paths of one operation are written as directives one after another with the content under the
    last; `autohttp` does so, too.
    """
    pairs: list[tuple[Telling, Telling]] = []
    for place, telling in enumerate(tellings):
        source = telling
        if telling.content.is_empty and not telling.after:
            for following in tellings[place + 1 :]:
                same = following.found.page.name == telling.found.page.name
                if not same or following.found.sections[-1] != telling.found.sections[-1] or following.found.before:
                    break
                if not following.content.is_empty:
                    source = following
                    break
                if following.after:
                    break
        pairs.append((telling, source))
    return pairs
