"""Fixes the pages in a copy of the tree until nothing is left to fix; what changes the document is not done."""

from __future__ import annotations

import difflib
import os
import re
import shutil
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias

from docpact.config import Config
from docpact.diagnostics import Diagnostic, Origin, file_name
from docpact.errors import OutputError
from docpact.extraction import Extraction
from docpact.files import find_files, write_text
from docpact.fix.find import Fix, find_fixes
from docpact.fix.text import Change, read_lines
from docpact.pipeline import extract_with_tree

MOST_ROUNDS = 10
"""A fix can uncover another: a sample that is JSON at last shows a null. No page needs more rounds."""
SOURCE = re.compile(r"(x-source: .+?):\d+(?=['\"]?$)", re.MULTILINE)


Wanted: TypeAlias = Callable[[Diagnostic, Mapping[str, Path]], bool]
"""Tells whether a diagnostic is to be fixed; the mapping has the tree's files by the paths of origins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixed:
    """What the fixes come to."""

    before: Mapping[str, str]
    """Path in the tree → text, of each file that changes."""
    after: Mapping[str, str]
    settled: tuple[Diagnostic, ...]
    """The diagnostics that are gone."""
    extraction: Extraction
    """What is found afterwards; its `files` are those of the tree itself."""


def fix_pages(roots: Sequence[Path], config: Config, wanted: Wanted, *, unsafe: bool = False) -> Fixed:
    """Return what the fixes of the wanted diagnostics come to; the tree itself stays as it is.

    `unsafe`: also those that need an author's judgement. A fix that doesn't promise another document must leave it as
    it is; one that doesn't is not done. Raises what the pipeline raises.
    """
    original = extract_with_tree(roots, config)[1]
    with TemporaryDirectory(prefix="docpact-fix-") as name:
        copies = [_copy(root, Path(name, str(number), root.resolve().name)) for number, root in enumerate(roots)]
        run = _Run(copies, config, wanted, original.files)
        first = run.current
        for same_document in (True, False) if unsafe else (True,):
            for _ in range(MOST_ROUNDS):
                if not run.step(unsafe=unsafe, same_document=same_document):
                    break
        after = {path: run.read(path) for path in run.texts}
        changed = {path for path, text in after.items() if text != run.texts[path]}
        return Fixed(
            before={path: run.texts[path] for path in sorted(changed)},
            after={path: after[path] for path in sorted(changed)},
            settled=_gone(first.diagnostics, run.current.diagnostics),
            extraction=replace(run.current, files=original.files),
        )


def write_fixed(fixed: Fixed) -> None:
    """Write the pages that changed, each whole or not at all.

    Raises `OutputError`, before anything is written, where a page isn't any more what was fixed.
    """
    files = fixed.extraction.files
    for path, text in fixed.before.items():
        if files[path].read_bytes() != text.encode():
            raise OutputError("was changed while it was fixed", where=str(files[path]), hint="run the command again")
    for path, text in fixed.after.items():
        write_text(files[path], text)


def format_fixes(fixed: Fixed) -> str:
    """Return what the fixes change, as a unified diff with the pages' names as seen from the working directory."""
    lines: list[str] = []
    for path, before in fixed.before.items():
        name = file_name(Origin(path, 1), fixed.extraction.files)
        for line in difflib.unified_diff(
            before.splitlines(keepends=True), fixed.after[path].splitlines(keepends=True), name, name
        ):
            lines += [line.rstrip("\r\n")] if line.endswith("\n") else [line, r"\ No newline at end of file"]
    return "\n".join(lines)


def _copy(root: Path, target: Path) -> Path:
    """Return a folder with the tree's files: hard links where they can be had, since files are only replaced."""
    target.mkdir(parents=True)
    for path in find_files(root):
        copy = target / path.relative_to(root)
        copy.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(path, copy)
        except OSError:
            shutil.copyfile(path, copy)
    return target


class _Run:
    """The copy of the tree as it is after each round."""

    def __init__(self, copies: Sequence[Path], config: Config, wanted: Wanted, files: Mapping[str, Path]) -> None:
        self.copies, self.config, self.wanted, self.files = copies, config, wanted, files
        self.texts: dict[str, str] = {}
        """The files that changed as they were at first."""
        self.refused: set[tuple[str, str, str]] = set()
        """The diagnostics whose fixes would change the document."""
        self.tree, self.current = extract_with_tree(copies, config)

    def read(self, path: str) -> str:
        """Return a file's text as it is now."""
        return self.tree.files[path].read_bytes().decode()

    def step(self, *, unsafe: bool, same_document: bool) -> bool:
        """Make the fixes that there are now; return whether any was made."""
        asked = [d for d in self.current.diagnostics if _key(d) not in self.refused and self.wanted(d, self.files)]
        fixes = find_fixes(asked, self.tree, unsafe=unsafe)
        fixes = tuple(fix for fix in fixes if fix.way.same_document == same_document)
        if self._attempt(fixes):
            return True
        by_page: dict[str, list[Fix]] = defaultdict(list)
        for fix in fixes:
            by_page[fix.diagnostic.origin.path].append(fix)
        made = False
        for own in by_page.values():
            # The last first: what stands before it keeps its place.
            alone = sorted(own, key=lambda fix: fix.diagnostic.origin, reverse=True)
            if self._attempt(own):
                made = True
                continue
            for fix in alone:
                made = self._attempt([fix]) or made
        return made

    def _attempt(self, fixes: Sequence[Fix]) -> bool:
        """Make the changes; undo them, and return False, where they change a document that they promise to keep."""
        before = self._change(fixes)
        if not before:
            return False
        tree, after = extract_with_tree(self.copies, self.config)
        if all(fix.way.same_document for fix in fixes) and _content(after) != _content(self.current):
            for path, text in before.items():
                _replace(self.tree.files[path], text)
            if len(fixes) == 1:
                self.refused.add(_key(fixes[0].diagnostic))
            return False
        for path, text in before.items():
            self.texts.setdefault(path, text)
        self.tree, self.current = tree, after
        return True

    def _change(self, fixes: Sequence[Fix]) -> dict[str, str]:
        """Make the changes, in each file from its end to its beginning; return the files that changed as they were."""
        changes: dict[str, list[Change]] = defaultdict(list)
        for fix in fixes:
            changes[fix.diagnostic.origin.path] += fix.changes
        changed: dict[str, str] = {}
        for path, own in changes.items():
            lines = read_lines(self.tree.files[path]) or []
            before = "".join(lines)
            for change in sorted(own, key=lambda change: (change.line, change.column, change.rank), reverse=True):
                change.make(lines)
            if (after := "".join(lines)) != before:
                changed[path] = before
                _replace(self.tree.files[path], after)
        return changed


def _key(diagnostic: Diagnostic) -> tuple[str, str, str]:
    """Return what tells a diagnostic from others although lines move."""
    return diagnostic.origin.path, diagnostic.code, diagnostic.message


def _gone(before: Sequence[Diagnostic], after: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    left = Counter(map(_key, after))
    gone: list[Diagnostic] = []
    for diagnostic in before:
        if left[_key(diagnostic)]:
            left[_key(diagnostic)] -= 1
        else:
            gone.append(diagnostic)
    return tuple(gone)


def _replace(path: Path, text: str) -> None:
    """Put a new file in the place of one, which may be a link to the page itself."""
    path.unlink()
    path.write_bytes(text.encode())


def _content(extraction: Extraction) -> str:
    """Return the document without the numbers of lines, which move where a line goes or comes."""
    return SOURCE.sub(r"\1", extraction.text)
