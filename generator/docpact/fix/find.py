"""Which diagnostics can be fixed, and how."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from docpact.diagnostics import Diagnostic
from docpact.fix.calls import fix_body, fix_content_type, fix_method
from docpact.fix.cells import differs_by_case, fix_array, fix_name, fix_null, fix_optional
from docpact.fix.samples import fix_json, fix_times
from docpact.fix.text import Change, Places
from docpact.read import DocumentationTree

Find: TypeAlias = Callable[[Diagnostic, Places], Iterator[Change]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """How diagnostics of a code are fixed."""

    find: Find
    safe: bool = True
    """Whether the page says the same after it, only without the fault: no judgement of the author's is needed."""
    safe_if: Callable[[Diagnostic], bool] = lambda _: False
    """Whether the fix of that diagnostic is safe although others of its code are not."""
    same_document: bool = True
    """Whether the document stays as it is: the diagnostic said what was taken, and now the page says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """What settles a diagnostic."""

    diagnostic: Diagnostic
    changes: tuple[Change, ...]
    way: Way

    @property
    def safe(self) -> bool:
        """Whether it needs no judgement of the author's."""
        return self.way.safe or self.way.safe_if(self.diagnostic)


FIXES: Mapping[str, Way] = {
    "array-contradicted": Way(find=fix_array),
    "curl-body": Way(find=fix_body, safe=False),
    "curl-header": Way(find=fix_content_type),
    "curl-method": Way(find=fix_method, safe=False),
    # A name that differs by case alone is the same name: the samples show how it is spelt.
    "name-contradicted": Way(find=fix_name, safe=False, safe_if=differs_by_case),
    "null-unmarked": Way(find=fix_null),
    "required-contradicted": Way(find=fix_optional, safe=False),
    "sample-json": Way(find=fix_json),
    "sample-time": Way(find=fix_times, safe=False, same_document=False),
}
"""Code → how its diagnostics are fixed, where the page allows it."""


def find_fixes(diagnostics: Sequence[Diagnostic], tree: DocumentationTree, *, unsafe: bool) -> tuple[Fix, ...]:
    """Return the fixes of the diagnostics that have one; `unsafe`: also those that need an author's judgement."""
    places = Places(tree)
    found: list[Fix] = []
    for diagnostic in diagnostics:
        way = FIXES.get(diagnostic.code)
        if way and (way.safe or unsafe or way.safe_if(diagnostic)) and (changes := tuple(way.find(diagnostic, places))):
            found.append(Fix(diagnostic=diagnostic, changes=changes, way=way))
    return tuple(found)
