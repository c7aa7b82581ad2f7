"""Where references lead: within a document, and to other files below its folder. Nothing is fetched from anywhere.

The library `referencing` follows them, `$id` and `$anchor` included; which files may be read is decided here.
Sources: https://spec.openapis.org/oas/v3.1.0#relative-references-in-uris, RFC 3986 section 5, RFC 6901.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from referencing import Anchor, Registry, Resource, Specification
from referencing.exceptions import NoSuchResource, Unresolvable
from referencing.typing import URI

from docpact.document.faults import Place, Report, escape, fault
from docpact.document.limits import MOST_FILES
from docpact.document.source import Parsed, Source, decode, parse, read_file
from docpact.errors import InputError

VALUES = frozenset({"example", "examples", "default", "enum", "const", "value"})
"""Below these names stand values, whatever they look like."""


def _identify(contents: Any) -> URI | None:  # noqa: ANN401 - any JSON value.
    found = contents.get("$id") if isinstance(contents, Mapping) else None
    return found if isinstance(found, str) else None


def _named_parts(contents: Any) -> Iterator[Any]:  # noqa: ANN401 - any JSON value.
    """Yield the nearest parts that have a name of their own: other parts can't be referred to but by their place."""
    todo = [contents]
    while todo:
        node = todo.pop()
        if isinstance(node, Mapping):
            children = [value for key, value in node.items() if key not in VALUES]
        else:
            children = node if isinstance(node, list) else []
        for child in children:
            if isinstance(child, Mapping) and not child.keys().isdisjoint({"$id", "$anchor", "$dynamicAnchor"}):
                yield child
            elif isinstance(child, Mapping | list):
                todo.append(child)


def _anchors(specification: Specification[Any], contents: Any) -> Iterator[Anchor[Any]]:  # noqa: ANN401
    for keyword in ("$anchor", "$dynamicAnchor"):
        name = contents.get(keyword) if isinstance(contents, Mapping) else None
        if isinstance(name, str):
            yield Anchor(name, specification.create_resource(contents))  # type: ignore[call-arg] # mypy sees no attrs.


def _enter(segments: Sequence[str | int], resolver: Any, subresource: Resource[Any]) -> Any:  # noqa: ANN401, ARG001
    """Return the library's resolver for a part on the way of a pointer, which may have an `$id`."""
    return resolver.in_subresource(subresource)


OPENAPI: Specification[Any] = Specification(  # type: ignore[call-arg] # mypy sees no attrs.
    name="openapi",
    id_of=_identify,
    subresources_of=_named_parts,
    anchors_in=_anchors,
    maybe_in_subresource=_enter,
)


@dataclass(frozen=True, slots=True)
class Here:
    """The file, or the part with an `$id`, that a walk is in."""

    parsed: Parsed
    base: str
    """What relative references are relative to."""
    resolver: Any
    """The library's."""

    def inside(self, schema: Mapping[str, Any]) -> Here:
        """Return where the parts of a schema are: the same, unless it has an `$id`."""
        identifier = _identify(schema)
        if identifier is None:
            return self
        resolver = self.resolver.in_subresource(OPENAPI.create_resource(schema))
        return Here(self.parsed, urljoin(self.base, identifier), resolver)


@dataclass(frozen=True, slots=True)
class Spot:
    """A value that a walk has come to."""

    here: Here
    pointer: str = ""
    """In its file."""

    def at(self, step: object) -> Spot:
        """Return the spot of a member or an element."""
        return Spot(self.here, f"{self.pointer}/{escape(str(step))}")

    def place(self, *nodes: object) -> Place:
        """Return its place, with the line of the first of the nodes that has one."""
        lines = self.here.parsed.lines
        return Place(self.here.parsed.name, self.pointer, next((lines[id(n)] for n in nodes if id(n) in lines), 0))

    def inside(self, schema: Mapping[str, Any]) -> Spot:
        """Return the spot of a schema itself: references in it are relative to its `$id`, if it has one."""
        here = self.here.inside(schema)
        return self if here is self.here else Spot(here, self.pointer)


@dataclass(slots=True)
class Files:
    """The files that a document is made of."""

    root: Parsed
    report: Report
    allowed: Sequence[Path] = ()
    """Files and folders outside of the document's folder that may be read."""
    _read: dict[str, tuple[Parsed, Resource[Any]]] = field(default_factory=dict)

    def start(self) -> Spot:
        """Return where the document begins."""
        resource = OPENAPI.create_resource(self.root.value)
        registry: Registry[Any] = Registry(retrieve=self._retrieve)  # type: ignore[call-arg]
        registry = registry.with_resource(self.root.uri, resource).crawl()
        return Spot(Here(self.root, self.root.uri, registry.resolver(self.root.uri)))

    def follow(self, reference: str, here: Here, place: Place) -> tuple[Any, Spot]:
        """Return what a reference leads to, and where that is.

        Raises `InputError`, with the reference's place, where it leads nowhere or to what may not be read.
        """
        try:
            found = here.resolver.lookup(reference)
        except Unresolvable as error:
            raise self._explain(reference, place, error) from None
        except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
            raise fault(place, f"`{reference:.200}` leads nowhere") from error
        uri, fragment = urldefrag(urljoin(here.base, reference))
        parsed = self.root if uri == self.root.uri else self._read.get(uri, (here.parsed,))[0]
        pointer = unquote(fragment) if fragment.startswith("/") else f"/{fragment}" if fragment else ""
        return found.contents, Spot(Here(parsed, uri, found.resolver), pointer)

    def _explain(self, reference: str, place: Place, error: BaseException) -> InputError:
        cause: BaseException | None = error
        while cause is not None:
            if isinstance(cause, InputError):
                return fault(place, f"`{reference:.200}` {cause.message}", cause.hint)
            cause = cause.__cause__
        return fault(place, f"`{reference:.200}` leads nowhere")

    def _retrieve(self, uri: URI) -> Resource[Any]:
        if uri not in self._read:
            if len(self._read) >= MOST_FILES:
                raise InputError(f"is the document's {MOST_FILES + 1:,}th file, which is too many")
            parsed = self._parse(uri)
            self._read[uri] = parsed, OPENAPI.create_resource(parsed.value)
        return self._read[uri][1]

    def _parse(self, uri: str) -> Parsed:
        path = self._check(uri)
        try:
            name = str(path.relative_to(Path.cwd()))
        except ValueError:
            name = str(path)
        try:
            text = decode(read_file(path, name), name)
        except InputError as error:
            raise InputError(f"leads to a file that {error.message}", hint=error.hint) from error
        try:
            return parse(Source(name=name, uri=uri, text=text), self.report)
        except InputError as error:
            raise InputError(f"leads to {error}") from error

    def _check(self, uri: str) -> Path:
        """Return the file of a URI; raises `InputError` where it may not be read, before anything looks at it."""
        parts = urlsplit(uri)
        if parts.scheme in {"http", "https"}:
            hint = "save what it leads to beside the document, and refer to that file"
            raise InputError("leads to the network, and nothing is fetched", hint=hint)
        if not parts.scheme and not self.root.uri:
            raise InputError("leads to a file, but standard input has no folder", hint="name the document's file")
        if parts.scheme != "file" or parts.netloc not in {"", "localhost"}:
            raise NoSuchResource(uri)
        try:
            path = Path(unquote(parts.path)).resolve()
        except (OSError, ValueError, RuntimeError) as error:
            raise InputError("leads to no file") from error
        if not any(path.is_relative_to(folder) for folder in self._folders()):
            hint = f"--allow-ref {path} lets it be read, if you trust the document"
            raise InputError("leads out of the document's folder", hint=hint)
        return path

    def _folders(self) -> Iterator[Path]:
        parts = urlsplit(self.root.uri)
        if parts.scheme == "file":
            yield Path(unquote(parts.path)).parent
        yield from (path.resolve() for path in self.allowed)
