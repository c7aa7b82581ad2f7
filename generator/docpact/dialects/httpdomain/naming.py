"""What operations are called and grouped by: their method and path, and the headings above them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from docpact.dialects.httpdomain.scope import Found
from docpact.dialects.statements import TagStatement
from docpact.read.page import Page, Section

PATH = re.compile(r"\W*(?:(?:GET|PUT|POST|PATCH|DELETE|HEAD|OPTIONS|ANY)\s+)?[`\"]*/|.*/\{", re.IGNORECASE)
BASE = re.compile(r"api|rest|v?\d+(?:[._]\d+)*", re.IGNORECASE)
SEVERAL = 2


def operation_name(method: str, path: str) -> str:
    """Return `get-books-by-id` for `GET /api/v2/books/{id}`: a base path tells no operation from another."""
    segments = [segment for segment in path.split("/") if segment]
    while len(segments) > 1 and BASE.fullmatch(segments[0]):
        segments.pop(0)
    words = [method.lower()]
    for segment in segments:
        word = re.sub(r"\{([^{}]*)\}", r" by \1 ", segment)
        words += re.findall(r"[^\W_]+", word)
    return "-".join(words) if len(words) > 1 else f"{words[0]}-root"


def unique_names(names: Sequence[str]) -> list[str]:
    """Return the names with a number behind each that was there before."""
    taken: Counter[str] = Counter()
    found: list[str] = []
    for name in names:
        taken[name.lower()] += 1
        number = taken[name.lower()]
        candidate = name if number == 1 else f"{name}-{number}"
        while number > 1 and candidate.lower() in taken:
            number += 1
            candidate = f"{name}-{number}"
        taken[candidate.lower()] += number > 1
        found.append(candidate)
    return found


def find_tags(found: Sequence[Found], index: Page | None) -> list[TagStatement]:
    """Return the group of each operation of one page.

    It is the page's heading; or, where several headings below it have several operations each, the one of these. A
    page about one operation, or whose headings are paths, belongs to what its folder's index page is about.
    """
    owners = _owners([(one.sections, bool(one.directive.blocks)) for one in found], 0)
    return [_tag(one, owner, len(found), index) for one, owner in zip(found, owners, strict=True)]


def _owners(found: Sequence[tuple[tuple[Section, ...], bool]], depth: int) -> list[Section | None]:
    """Return the section that groups each operation; None: the page itself.

    Each is given by the sections it stands in, and whether it has content: one without is another's twin.
    """
    own = found[0][0][depth - 1] if depth else None
    groups: dict[int, list[int]] = {}
    for place, (chain, _) in enumerate(found):
        if len(chain) > depth:
            groups.setdefault(id(chain[depth]), []).append(place)
    large = [places for places in groups.values() if sum(found[place][1] for place in places) >= SEVERAL]
    named = [places for places in large if is_named(found[places[0]][0][depth])]
    owners: list[Section | None] = [own] * len(found)
    branches = len(named) >= SEVERAL and 2 * sum(map(len, named)) >= len(found)
    only = len(groups) == 1 and sum(map(len, large)) == len(found)
    for places in named if branches or only else ():
        inner = _owners([found[place] for place in places], depth + 1)
        # A heading alone groups nothing that the one above it doesn't, unless there are groups below it.
        if branches or own is None or len(set(map(id, inner))) > 1:
            for place, section in zip(places, inner, strict=True):
                owners[place] = section
    return owners


def is_named(section: Section) -> bool:
    """Tell whether the section has a heading in words, no path."""
    return bool(section.title) and not PATH.match(section.title)


def _tag(found: Found, owner: Section | None, count: int, index: Page | None) -> TagStatement:
    indexed = index is not None and bool(index.title) and not PATH.match(index.title) and index.name != found.page.name
    if owner is not None and count >= SEVERAL:
        return TagStatement(name=owner.title)
    if index is not None and indexed:
        return TagStatement(name=index.title, page=index.name)
    titled = [section.title for section in found.sections if is_named(section)]
    if titled:
        return TagStatement(name=titled[0])
    folder, _, stem = found.page.name.rpartition("/")
    word = folder.rpartition("/")[2] or stem
    return TagStatement(name=word.replace("-", " ").replace("_", " ").capitalize())


def index_pages(pages: Sequence[Page]) -> dict[str, Page]:
    """Return each folder's index page."""
    return {page.name.rpartition("/")[0]: page for page in pages if page.name.rpartition("/")[2] == "index"}
