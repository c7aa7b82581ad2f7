"""Many texts → many pages: what is known already is taken, the rest is read, by several processes where that pays."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, MutableMapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from docpact.diagnostics import Diagnostic, Report
from docpact.garbage import keeping, rare_collections
from docpact.read.page import Page
from docpact.read.page_json import dump_page, load_page

Parse = Callable[[str, str, Report], Page | None]
Known = MutableMapping[str, str]
"""Key of a text → its page as JSON; what is read is added."""
# A second process costs as much as some thirty pages.
LEAST_PAGES = 60
PORTION = 8


@dataclass(frozen=True, slots=True)
class Written:
    """The text of one page."""

    path: str
    text: str

    @property
    def key(self) -> str:
        """What the page depends on, and nothing else: where it stands in the tree, and its text."""
        return sha256(f"{self.path}\0{self.text}".encode("utf-8", "surrogatepass")).hexdigest()


def parse_pages(texts: Sequence[Written], parse: Parse, known: Known | None, report: Report) -> list[Page | None]:
    """Return the page of each text; diagnostics are reported in their order, whoever reads what."""
    keys = [text.key for text in texts] if known is not None else []
    taken = (
        list(keeping(load_known(key, text, known) for key, text in zip(keys, texts, strict=True)))
        if known
        else [None] * len(texts)
    )
    missing = [text for text, page in zip(texts, taken, strict=True) if page is None]
    with rare_collections():
        read = iter(_read_all(missing, parse))
        results = [page or next(read) for page in taken]
    if known is not None and missing:
        for key, was, (page, found) in zip(keys, taken, results, strict=True):
            if was is None:
                known[key] = dump_page(page, found)
    for _, found in results:
        for diagnostic in found:
            report(diagnostic)
    return [page for page, _ in results]


def load_known(key: str, text: Written, known: Known | None) -> tuple[Page | None, list[Diagnostic]] | None:
    """Return the page that is known by the key; None where there is none, or none that can be read."""
    try:
        return load_page(known[key], text.path) if known is not None and key in known else None
    except ValueError:
        return None


def _read_all(texts: Sequence[Written], parse: Parse) -> list[tuple[Page | None, list[Diagnostic]]]:
    workers = min(_cores(), 4)
    # A fork takes threads' locks along; where there are any, or no forks, one process reads.
    if workers < 2 or len(texts) < LEAST_PAGES or threading.active_count() > 1 or sys.platform != "linux":  # noqa: PLR2004
        return list(keeping(_read(text, parse) for text in texts))
    # Most runs read a page or two: what several processes need is imported where there are several.
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415
    from multiprocessing import get_context  # noqa: PLC0415

    portions = [texts[start : start + PORTION] for start in range(0, len(texts), PORTION)]
    with ProcessPoolExecutor(workers, mp_context=get_context("fork")) as pool:
        read = [line for lines in pool.map(_Portion(parse), portions) for line in lines]
    return list(keeping(load_page(line, text.path) for line, text in zip(read, texts, strict=True)))


@dataclass(frozen=True, slots=True)
class _Portion:
    """Reads a portion of the texts in another process."""

    parse: Parse

    def __call__(self, texts: Sequence[Written]) -> list[str]:
        with rare_collections():
            return [dump_page(*_read(text, self.parse)) for text in texts]


def _read(text: Written, parse: Parse) -> tuple[Page | None, list[Diagnostic]]:
    found: list[Diagnostic] = []
    return parse(text.text, text.path, found.append), found


def _cores() -> int:
    """Return how many processes this one may be: `DOCPACT_PROCESSES` says otherwise."""
    given = os.environ.get("DOCPACT_PROCESSES", "")
    if given.isdecimal() and int(given):
        return int(given)
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else (os.cpu_count() or 1)
