"""A flat list of field names → a tree of fields, with the nesting that JSON samples show.

Authors list the properties of a body one below the other and leave it to the sample to say which object each belongs
to. The rules below follow how such lists are read: from top to bottom, with the sample beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import product
from typing import TypeAlias

from docpact.diagnostics import Origin
from docpact.dialects.shapes import Shape, merge_shapes, read_shape
from docpact.dialects.statements import FieldStatement, SampleStatement, Source, TypeStatement
from docpact.read.page import Text

Path: TypeAlias = tuple[str, ...]
"""The names that lead to a property; lists are looked through."""
ROOT: Path = ()
LINKS = "_links"
"""`shelves_links` are links to more pages of the list `shelves`: they stand beside it."""
NOUN = re.compile(r"[^a-zA-Z0-9]+")
"""What stands between the words of a name; the last is its noun: `port_association` is an association."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Nested:
    """The fields of a body, in their places."""

    fields: tuple[FieldStatement, ...]
    lists: int = 0
    """In how many lists the body's properties stand: 1 where the body is a list of objects."""
    wrappers: tuple[FieldStatement, ...] = ()
    """Objects that only the sample has, with what the list puts into them; they are among the fields."""
    renamed: tuple[tuple[FieldStatement, str], ...] = ()
    """Wrappers that the list names otherwise than the sample, with the sample's name."""
    repeated: tuple[FieldStatement, ...] = ()
    """Fields that are listed again; the first counts."""


def nest_fields(
    listed: Sequence[FieldStatement],
    samples: Sequence[SampleStatement],
    *,
    resources: frozenset[str] = frozenset(),
    action: bool = False,
    elsewhere: Mapping[str, Shape] | None = None,
) -> Nested:
    """Return the listed fields as the samples nest them.

    `elsewhere` holds the shapes of wrappers by their names, as other samples of the documentation show them; it is
    asked where these samples don't show a name. `resources` are the names that the path gives to what it is about:
    without any sample, a list that begins with an object or array of such a name begins with its wrapper. So does that
    of an `action`, whose body has one property, called by what is to be done.
    """
    shape = merge_shapes([read_shape(sample.value) for sample in samples])
    known = _known_shape(listed, shape, elsewhere or {})
    resources = frozenset(map(singular, resources)) | frozenset(singular(_noun(name)) for name in resources)
    placer = _Placer(shape=shape, known=known, listed=list(listed), resources=resources, action=action)
    placer.place_all()
    in_order = {path: placer.placed[path] for path in sorted(placer.placed, key=placer.rank.__getitem__)}
    tree = _Tree(in_order, known, samples)
    fields = tuple(tree.below(ROOT))
    return Nested(
        fields=fields,
        lists=shape.lists,
        wrappers=tuple(tree.wrappers),
        renamed=tuple(placer.renamed),
        repeated=tuple(placer.repeated),
    )


def is_container(one: FieldStatement) -> bool:
    """Tell whether a field can have properties of its own, by what is said about its type."""
    return one.type is None or bool(one.type.lists) or one.type.open or one.type.map


def shown_type(shape: Shape, origin: Origin) -> TypeStatement:
    """Return the type of what only a sample shows: an object, in so many lists; what is in it is left open."""
    return TypeStatement(words=Text((), origin), open=True, lists=shape.lists, map=shape.map or bool(shape.properties))


def same_resource(one: str, other: str) -> bool:
    """Tell whether two names are one word in singular and plural, however its parts are joined: `port-pairs`."""
    return singular(one) == singular(other)


def singular(name: str) -> str:
    """Return an English name without its plural ending and the characters that join its words."""
    word = "".join(letter for letter in name.lower() if letter.isalnum())
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    for ending in ("sses", "xes", "ches", "shes"):
        if word.endswith(ending):
            return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _known_shape(listed: Sequence[FieldStatement], shape: Shape, elsewhere: Mapping[str, Shape]) -> Shape:
    """Return the samples' shape completed by what other samples show in the same wrappers.

    Without samples, the list's first name must be one that other samples show as a wrapper: a body has one root.
    """
    roots = list(shape.properties)
    if not roots and not shape.lists and listed and is_container(listed[0]):
        roots = [listed[0].name]
    more = {name: elsewhere[name] for name in roots if name in elsewhere}
    return merge_shapes([shape, Shape(properties=more)]) if more else shape


@dataclass(slots=True)
class _Placer:
    """Walks through the list; remembers where the walk stands in the sample."""

    shape: Shape
    """What the body's own samples show."""
    known: Shape
    """The same with what other samples show of the same wrappers."""
    listed: list[FieldStatement]
    resources: frozenset[str]
    action: bool
    names: frozenset[str] = frozenset()
    """All names of the list."""
    placed: dict[Path, FieldStatement] = field(default_factory=dict)
    rank: dict[Path, int] = field(default_factory=dict)
    """Where in the list the place's name stands."""
    renamed: list[tuple[FieldStatement, str]] = field(default_factory=list)
    repeated: list[FieldStatement] = field(default_factory=list)
    last: Path | None = None
    """The place of the name before."""

    def place_all(self) -> None:
        """Place what the samples show first: that tells where most of the list is, and so where the rest goes."""
        self._rename_wrapper()
        self._fold_pair()
        self.names = frozenset(one.name for one in self.listed)
        shown = [_index(self.shape), _index(self.known)]
        unseen = [(rank, one) for rank, one in enumerate(self.listed) if not self._place(rank, one, shown)]
        if unseen and unseen[0][0] == 0 and self._is_wrapper(unseen[0][1]):
            self._put((unseen[0][1].name,), *unseen.pop(0))
        home = self._home()
        for rank, one in unseen:
            parent, name = self._parent_of(one.name, home)
            if home and name == f"{home[-1]}{LINKS}":
                parent = home[:-1]
            if (*parent, name) in self.placed:
                self.repeated.append(one)
            else:
                self._put((*parent, name), rank, one)

    def _rename_wrapper(self) -> None:
        """Give the list's wrapper the sample's name where the two differ in it.

        The sample has a single object or array at its root, which the list doesn't know, and the list has an object or
        array that no sample shows. They are one where both are forms of the same word. The first of a list, which is
        where its wrapper stands, need only be called by the same noun, or by that of the path.
        """
        roots = [name for name, below in self.shape.properties.items() if below.properties]
        if len(roots) != 1:
            return
        root = roots[0]
        if any(one.name == root for one in self.listed):
            # Its plural beside it was copied from the list of many.
            again = [one for one in self.listed if self._is_unseen_form(one, root)]
            self.repeated += again
            self.listed = [one for one in self.listed if one not in again]
            return
        for rank, one in enumerate(self.listed):
            alike = rank == 0 and self._is_called_alike(one, root)
            if alike or self._is_unseen_form(one, root):
                self.renamed.append((one, root))
                # The definition is that of another thing: of a list of it, say. Its type is not this one's.
                shown = shown_type(self.shape.properties[root], one.origin)
                self.listed[rank] = replace(one, name=root, type=shown, required=None, words=None)
                return

    def _fold_pair(self) -> None:
        """Take `key` and `value` right after an object for the entries of a map, where its samples have other names."""
        index = _index(self.shape)
        for rank, one in enumerate(self.listed):
            if one.name != "value" or "value" in index or "key" in index:
                continue
            start = rank - 1 if rank and self.listed[rank - 1].name == "key" else rank
            holder = self.listed[start - 1] if start else None
            names = {other.name for other in self.listed}
            shapes = [self.shape.at(path) for path in index.get(holder.name, ())] if holder is not None else []
            inner = {name for shape in shapes if shape is not None for name in shape.properties}
            if holder is None or holder.type is None or not holder.type.map or not inner or inner & names:
                continue
            kind = replace(one.type, map=True) if one.type is not None else holder.type
            text = tuple(block for part in self.listed[start - 1 : rank + 1] for block in part.description)
            self.listed[start - 1 : rank + 1] = [replace(holder, type=kind, description=text)]
            return

    def _is_unseen_form(self, one: FieldStatement, root: str) -> bool:
        return is_container(one) and not self.shape.has(one.name) and same_resource(one.name, root)

    def _is_called_alike(self, one: FieldStatement, root: str) -> bool:
        if not is_container(one) or self.shape.has(one.name):
            return False
        return singular(one.name) in self.resources or same_resource(_noun(one.name), _noun(root))

    def _place(self, rank: int, one: FieldStatement, shown: Sequence[Mapping[str, list[Path]]]) -> bool:
        """Place the field where a sample shows its name; tell whether one does.

        Lists name a container before what is in it. A place that would turn that round counts only where no sample of
        the documentation shows another. An object is rather where the samples have one than where they have a text.
        """
        for fitting, in_order, index in product((True, False), (True, False), shown):
            found = [path for path in _find(index, one.name) if not in_order or self._may_mean(path)]
            free = [path for path in found if path not in self.placed and not (fitting and self._is_other(path, one))]
            if fitting and not free:
                continue
            if free:
                self._put(self._nearest(free), rank, one)
            elif found:
                self.repeated.append(one)
            if found:
                return True
        return False

    def _is_other(self, path: Path, one: FieldStatement) -> bool:
        """Tell whether the samples have something without properties where the field is an object, or the reverse."""
        shape = self.known.at(path)
        if one.type is None or shape is None or one.type.lists or shape.lists or one.type.one_of:
            return False
        holds = bool(shape.properties) or shape.map
        return holds if one.type.type is not None else one.type.map and not holds and shape.plain

    def _put(self, path: Path, rank: int, one: FieldStatement) -> None:
        self.placed[path] = replace(one, name=path[-1])
        self.rank[path] = rank
        self.last = path

    def _may_mean(self, path: Path) -> bool:
        """Tell whether a name can stand for that place: a container that is listed itself comes before its content."""
        outer = [path[:end] for end in range(1, len(path))]
        return all(one in self.placed or not {one[-1], ".".join(one)} & self.names for one in outer)

    def _nearest(self, paths: Sequence[Path]) -> Path:
        """Return the place that a reader expects next: beside the name before, inside it, then ever further out."""
        if self.last is None:
            return min(paths, key=len)
        beside = self.last[:-1]
        for parent in (beside, self.last, *(beside[:end] for end in range(len(beside) - 1, -1, -1))):
            for path in paths:
                if path[:-1] == parent:
                    return path
        return min(paths, key=len)

    def _is_wrapper(self, first: FieldStatement) -> bool:
        """Tell whether a list that no sample shows begins with its wrapper: an object or array named like the path."""
        typed = first.type is not None and is_container(first)
        alone = len(self.listed) == 1 or self.shape.properties
        named = {singular(first.name), singular(_noun(first.name))} & self.resources
        return typed and not alone and bool(named or self.action)

    def _home(self) -> Path:
        """Return the container that most names of the list are in, holders of others aside; of equals the first."""
        holding = {path[:end] for path in self.placed for end in range(len(path))}
        counts: dict[Path, int] = {}
        for path in self.placed.keys() - holding if len(self.placed) > 1 else ():
            counts[path[:-1]] = counts.get(path[:-1], 0) + 1
        if counts:
            return min(counts, key=lambda path: (-counts[path], self._first_rank(path)))
        path, only = next(iter(self.placed.items()), (ROOT, None))
        # Nothing but the wrapper is shown: `{"network": {}}`.
        leads = only is not None and self.rank[path] == 0 and len(path) == 1 and is_container(only)
        return path if leads and len(self.listed) > 1 else path[:-1]

    def _first_rank(self, container: Path) -> int:
        return min(rank for path, rank in self.rank.items() if path[:-1] == container)

    def _parent_of(self, name: str, home: Path) -> tuple[Path, str]:
        """Return where a name that no sample shows goes, and what it is called there.

        `flavor.id` is in `flavor` where the list has a `flavor`, and so is `flavor.extra_specs.key`; a dot in a name
        without such a parent is a letter.
        """
        *outer, last = name.split(".")
        for end in range(len(outer), 0, -1) if last and all(outer) else ():
            parts = tuple(outer[:end])
            parents = [path for path in self.placed if path[-end:] == parts and is_container(self.placed[path])]
            if parents:
                return (*parents[-1], *outer[end:]), last
        return home, name


def _noun(name: str) -> str:
    return NOUN.split(name)[-1]


def _index(shape: Shape) -> dict[str, list[Path]]:
    """Return the places of each name, outer ones first."""
    found: dict[str, list[Path]] = {}
    for path in shape.paths():
        found.setdefault(path[-1], []).append(path)
    return found


def _find(index: Mapping[str, list[Path]], name: str) -> list[Path]:
    """Return the places of a name; where nothing is called so, those that it spells out with dots or in another case.

    Of the latter the name is kept: who spells it rightly is decided where all samples are known.
    """
    if name in index:
        return index[name]
    parts = tuple(name.split("."))
    dotted = [path for path in index.get(parts[-1], []) if path[-len(parts) :] == parts] if len(parts) > 1 else []
    if dotted:
        return dotted
    other = [path for known, paths in index.items() if known.lower() == name.lower() for path in paths]
    return [(*path[:-1], name) for path in other]


@dataclass(slots=True)
class _Tree:
    """Puts the placed fields into one another."""

    placed: Mapping[Path, FieldStatement]
    shape: Shape
    samples: Sequence[SampleStatement]
    wrappers: list[FieldStatement] = field(default_factory=list)

    def below(self, path: Path) -> Iterator[FieldStatement]:
        """Yield the fields of one container, in the list's order."""
        names = dict.fromkeys(known[len(path)] for known in self.placed if known[: len(path)] == path != known)
        for name in names:
            inner = (*path, name)
            fields = tuple(self.below(inner))
            listed = self.placed.get(inner)
            if listed is None:
                self.wrappers.append(self._wrapper(inner, fields))
                yield self.wrappers[-1]
            else:
                yield self._listed(inner, listed, fields)

    def _listed(self, path: Path, one: FieldStatement, fields: tuple[FieldStatement, ...]) -> FieldStatement:
        """Return a listed field with what is in it: an object is a map of it only where its keys are identifiers."""
        shape = self.shape.at(path)
        type_ = one.type
        if fields and type_ is not None and type_.map:
            type_ = replace(type_, map=shape is not None and shape.map)
        return replace(one, type=type_, fields=fields)

    def _wrapper(self, path: Path, fields: tuple[FieldStatement, ...]) -> FieldStatement:
        shown = [one for one in self.samples if read_shape(one.value).at(path) is not None]
        origin = shown[0].origin if shown else fields[0].origin
        shape = self.shape.at(path)
        return FieldStatement(
            name=path[-1],
            location=fields[0].location,
            type=replace(shown_type(shape or Shape(), origin), map=shape is not None and shape.map),
            fields=fields,
            source=Source.SAMPLE_RESPONSE if fields[0].location == "response" else Source.SAMPLE_REQUEST,
            origin=origin,
        )
