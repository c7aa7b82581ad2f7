"""Many texts → many pages: what is known already is taken, the rest is read, by several processes where that pays."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Mapping, MutableMapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from multiprocessing import get_context

from docpact.read.stored import PageReading, dump_reading, load_reading

Known = MutableMapping[str, str]
"""Key of a text → what reading it gave, as JSON; what is read is added."""
# A second process costs as much as some thirty pages.
LEAST_PAGES = 60
PORTION = 8


@dataclass(frozen=True, slots=True)
class SourceText:
    """The text of one page."""

    path: str
    text: str

    def key(self, settings: str) -> str:
        """Return what stands for the text, its place in the tree and the settings that it is read with."""
        return sha256(f"{settings}\0{self.path}\0{self.text}".encode("utf-8", "surrogatepass")).hexdigest()


Read = Callable[[SourceText], PageReading]
Digest = Callable[[str], str]
"""Path of a file in the tree → digest of what it holds, empty where it can't be read."""


def read_pages(
    texts: Sequence[SourceText],
    read: Read,
    known: Known | None = None,
    settings: str = "",
    digest: Digest = lambda _: "",
) -> list[PageReading]:
    """Return what reading each text gives, in the order of the texts, whoever reads what."""
    keys = {text.path: text.key(settings) for text in texts}
    readings = {text.path: found for text in texts if (found := _load(keys[text.path], known or {}, digest))}
    missing = [text for text in texts if text.path not in readings]
    for text, reading in zip(missing, _read_all(missing, read), strict=True):
        readings[text.path] = reading
        if known is not None:
            known[keys[text.path]] = dump_reading(reading)
    return [readings[text.path] for text in texts]


def _load(key: str, known: Mapping[str, str], digest: Digest) -> PageReading | None:
    """Return what is known by the key; None where nothing is, or a file that the page includes has changed."""
    if key not in known:
        return None
    try:
        reading = load_reading(known[key])
    except ValueError:
        return None
    return reading if all(digest(path) == was for path, was in reading.included.items()) else None


def _read_all(texts: Sequence[SourceText], read: Read) -> list[PageReading]:
    workers = min(count_processes(), 4)
    # A fork takes threads' locks along; where there are any, or no forks, one process reads.
    if workers < 2 or len(texts) < LEAST_PAGES or threading.active_count() > 1 or sys.platform != "linux":  # noqa: PLR2004
        return [read(text) for text in texts]
    portions = [texts[start : start + PORTION] for start in range(0, len(texts), PORTION)]
    with ProcessPoolExecutor(workers, mp_context=get_context("fork")) as pool:
        return [load_reading(line) for lines in pool.map(_Portion(read), portions) for line in lines]


@dataclass(frozen=True, slots=True)
class _Portion:
    """Reads a portion of the texts in another process."""

    read: Read

    def __call__(self, texts: Sequence[SourceText]) -> list[str]:
        return [dump_reading(self.read(text)) for text in texts]


def count_processes() -> int:
    """Return how many processes this one may be: `DOCPACT_PROCESSES` says otherwise."""
    given = os.environ.get("DOCPACT_PROCESSES", "")
    if given.isdecimal() and int(given):
        return int(given)
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else (os.cpu_count() or 1)
