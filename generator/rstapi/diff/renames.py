"""What is gone and what has come → what has another name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

from rstapi.diff.findings import EXAMPLES, SOURCE, WORDS, Node, dump

ALIKE = 0.6
# A name that has all words of another: `id` and `lockId`.
CONTAINED = 0.7
NEAR = 0.4
LEAST_SHARED = 0.6
PASSES = 3
PREFIX = "#/components/schemas/"


def pair_properties(old: Node, new: Node, renamed: Mapping[str, str]) -> dict[str, str]:
    """Return old name → new name of the members that both have, or that have another name.

    One that is gone and one that has come are the same if their schemas are, and their names or descriptions are
    alike.
    """
    pairs = {name: name for name in old if name in new}
    gone = [name for name in old if name not in new]
    come = [name for name in new if name not in old]
    if not gone or not come:
        return pairs
    shapes = {name: dump(shape(old[name], renamed)) for name in gone}
    others: dict[str, list[str]] = defaultdict(list)
    for name in come:
        others[dump(shape(new[name], {}))].append(name)

    def alike(first: str, second: str) -> float:
        words = _description(old[first])
        return 1.0 if words and words == _description(new[second]) else similarity(first, second)

    candidates = [(name, other) for name in gone for other in others.get(shapes[name], ())]
    return pairs | match(candidates, alike)


def match(candidates: Sequence[tuple[str, str]], alike: Callable[[str, str], float]) -> dict[str, str]:
    """Return the best pairs, each name once; those that are not alike are none."""
    scored = sorted(((-alike(*pair), pair) for pair in candidates), key=lambda entry: (entry[0], entry[1]))
    found: dict[str, str] = {}
    for score, (first, second) in scored:
        if -score >= ALIKE and first not in found and second not in found.values():
            found[first] = second
    return found


def similarity(first: str, second: str) -> float:
    """Return how alike two names are, 0 to 1: by their letters, or by the words that they share."""
    if first.lower() == second.lower():
        return 1.0
    words = [set(re.findall(r"[a-z0-9]+|[A-Z]+[a-z0-9]*", name)) for name in (first, second)]
    lower = [{word.lower() for word in part} for part in words]
    shared = len(lower[0] & lower[1]) / max(len(lower[0] | lower[1]), 1)
    if lower[0] and lower[1] and (lower[0] <= lower[1] or lower[1] <= lower[0]):
        shared = max(shared, CONTAINED)
    return max(shared, SequenceMatcher(None, first.lower(), second.lower()).ratio())


def shape(node: Any, renamed: Mapping[str, str]) -> Any:  # noqa: ANN401 - any JSON value.
    """Return a schema without words, samples and origins, its references by their new names."""
    if isinstance(node, list):
        return [shape(entry, renamed) for entry in node]
    if not isinstance(node, Mapping):
        return node
    found: dict[str, Any] = {}
    for key, value in node.items():
        if key == "$ref" and isinstance(value, str):
            name = value.removeprefix(PREFIX)
            found[key] = f"{PREFIX}{renamed.get(name, name)}" if value.startswith(PREFIX) else value
        elif key == "properties" and isinstance(value, Mapping):
            found[key] = {name: shape(inner, renamed) for name, inner in value.items()}
        elif key not in WORDS and key not in EXAMPLES and key != SOURCE:
            found[key] = shape(value, renamed)
    return found


def pair_components(old: Node, new: Node) -> dict[str, str]:
    """Return old name → new name of the components that have another.

    They are the same if one page describes them (their names may differ by what the page is called), if their shapes
    are the same and their names alike, or if most of their members are.
    """
    renamed: dict[str, str] = {}
    for _ in range(PASSES):
        gone = {name: node for name, node in old.items() if name not in new and name not in renamed}
        taken = set(renamed.values())
        come = {name: node for name, node in new.items() if name not in old and name not in taken}
        found = _pair_once(gone, come, renamed) if gone and come else {}
        if not found:
            break
        # What refers to a component that has another name may have the same shape now.
        renamed |= found
    return renamed


def _pair_once(gone: Node, come: Node, renamed: Mapping[str, str]) -> dict[str, str]:
    shapes_old = {name: dump(shape(node, renamed)) for name, node in gone.items()}
    shapes_new = {name: dump(shape(node, {})) for name, node in come.items()}
    by_page = {page: name for name, node in come.items() if (page := _page(node))}
    found = {name: by_page.pop(page) for name, node in gone.items() if (page := _page(node)) in by_page}

    def alike(first: str, second: str) -> float:
        # What no page describes stands around other components: it is as they are, and like its own kind anyway.
        described = bool(_page(gone[first]) and _page(come[second]))
        same = shapes_old[first] == shapes_new[second]
        near = same or (described and _shared_members(gone[first], come[second]) >= LEAST_SHARED)
        return similarity(first, second) if near else 0.0

    left = [name for name in come if name not in set(found.values())]
    candidates = [(first, second) for first in gone if first not in found for second in left if _near(first, second)]
    return found | match(candidates, alike)


def _near(first: str, second: str) -> bool:
    """Tell cheaply whether two names may be alike, so that not every pair is measured."""
    return SequenceMatcher(None, first.lower(), second.lower()).real_quick_ratio() >= NEAR


def _shared_members(old: Any, new: Any) -> float:  # noqa: ANN401
    first, second = (set(node.get("properties") or ()) if isinstance(node, Mapping) else set() for node in (old, new))
    return len(first & second) / max(len(first | second), 1)


def _page(node: Any) -> str:  # noqa: ANN401
    source = str(node.get(SOURCE, "")) if isinstance(node, Mapping) else ""
    return source.rpartition(":")[0]


def _description(node: Any) -> str:  # noqa: ANN401
    return str(node.get("description", "")) if isinstance(node, Mapping) else ""
