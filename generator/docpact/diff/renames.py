"""What is gone and what has come → what has another name."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from math import ceil
from typing import Any, TypeAlias

from docpact.diff.findings import EXAMPLES, SOURCE, WORDS, Node, dump, strip_sources

ALIKE = 0.6
# A name that has all words of another: `id` and `lockId`.
CONTAINED = 0.7
NEAR = 0.4
LEAST_SHARED = 0.6
PASSES = 3
PREFIX = "#/components/schemas/"
Words: TypeAlias = Mapping[str, Sequence[str]]
"""Component → what it could be known again by."""


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
    taken: set[str] = set()
    for score, (first, second) in scored:
        if -score >= ALIKE and first not in found and second not in taken:
            found[first] = second
            taken.add(second)
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

    # A page that moved says what it said.
    left_over = {name: node for name, node in come.items() if name not in set(found.values())}
    by_words = {words: name for name, node in left_over.items() if (words := _words(node))}
    found |= {
        name: by_words.pop(words) for name, node in gone.items()
        if name not in found and (words := _words(node)) in by_words
    }  # fmt: skip

    def alike(first: str, second: str) -> float:
        # What no page describes stands around other components: it is as they are, and like its own kind anyway.
        described = bool(_page(gone[first]) and _page(come[second]))
        same = shapes_old[first] == shapes_new[second]
        near = same or (described and _shared_members(gone[first], come[second]) >= LEAST_SHARED)
        return similarity(first, second) if near else 0.0

    taken = set(found.values())
    left = {name: node for name, node in come.items() if name not in taken}
    missing = {name: node for name, node in gone.items() if name not in found}
    candidates = {
        *_pairs({name: [shapes_old[name]] for name in missing}, {name: [shapes_new[name]] for name in left}),
        *_pairs(*_rarest(missing, left)),
    }
    return found | match([pair for pair in sorted(candidates) if _near(*pair)], alike)


def _pairs(gone: Words, come: Words) -> Iterator[tuple[str, str]]:
    """Yield those that have a word in common: trying all with all takes their product."""
    there: dict[str, list[str]] = defaultdict(list)
    for name, words in come.items():
        for word in words:
            there[word].append(name)
    for name, words in gone.items():
        yield from ((name, other) for word in words for other in there.get(word, ()))


def _rarest(*sides: Node) -> tuple[Words, Words]:
    """Return the rarest members of each component: of two that share enough, some of the rarest are the same."""
    counts = Counter(member for side in sides for node in side.values() for member in _members(node))

    def choose(node: Any) -> list[str]:  # noqa: ANN401
        members = sorted(_members(node), key=lambda member: (counts[member], member))
        return members[: len(members) - ceil(LEAST_SHARED * len(members)) + 1]

    gone, come = ({name: choose(node) for name, node in side.items()} for side in sides)
    return gone, come


def _words(node: Any) -> str:  # noqa: ANN401
    """Return all that a component with members says, but for its name; nothing for one without, which says little."""
    if not isinstance(node, Mapping) or not node.get("properties"):
        return ""
    return dump({key: value for key, value in strip_sources(node).items() if key != "title"})


def _near(first: str, second: str) -> bool:
    """Tell cheaply whether two names may be alike, so that not every pair is measured."""
    return SequenceMatcher(None, first.lower(), second.lower()).real_quick_ratio() >= NEAR


def _shared_members(old: Any, new: Any) -> float:  # noqa: ANN401
    first, second = _members(old), _members(new)
    return len(first & second) / max(len(first | second), 1)


def _members(node: Any) -> set[str]:  # noqa: ANN401
    return set(node.get("properties") or ()) if isinstance(node, Mapping) else set()


def _page(node: Any) -> str:  # noqa: ANN401
    source = str(node.get(SOURCE, "")) if isinstance(node, Mapping) else ""
    return source.rpartition(":")[0]


def _description(node: Any) -> str:  # noqa: ANN401
    return str(node.get("description", "")) if isinstance(node, Mapping) else ""
