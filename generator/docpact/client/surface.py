"""What the client offers, as the modules that emit it see it."""

from __future__ import annotations

from dataclasses import dataclass

from docpact.client.raw import Spec


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """A parameter of a method."""

    name: str
    annotation: str
    required: bool
    positional: bool
    description: str
    model: str = ""
    """The model that a mapping is put into; empty for another argument."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paging:
    """How a method's pages are asked for."""

    kind: str
    """`page` for numbers, `cursor` for the last entry's time."""
    argument: str
    """The parameter that moves on."""
    size: str
    """The parameter with the number of entries; empty without one."""
    member: str
    """The attribute with the entries, or the entry's with the time; empty where the answer is the list."""
    entry: str
    """An entry's annotation."""
    name: str
    """The iterator's name."""
    page_name: str
    """The name of the method that gives pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """An operation."""

    name: str
    operation: str
    verb: str
    module: str
    """The raw module, below `api`."""
    path: str
    """With `{}` in place of each parameter."""
    documentation: str
    arguments: tuple[Argument, ...]
    body: str
    """The model that keyword arguments are put into; empty without one."""
    body_fields: tuple[str, ...]
    result: str
    """The payload's annotation, `None` without one."""
    spec: Spec | None
    scopes: tuple[str, ...]
    repeatable: bool
    interval: float
    empty: tuple[int, ...]
    optional: bool
    """Whether a success may come without the payload, by the documentation."""
    paging: Paging | None
    reads: str = "json"
    """How the answer is read, as `Call` has it."""
    accept: str = ""
    sends: str = ""
    styles: tuple[tuple[str, str], ...] = ()
    security: tuple[tuple[str, ...], ...] = ()
    """The schemes of each alternative of which a request must meet one; empty where none is asked for."""
    deprecated: bool = False
    idempotency: str = ""
    """The header whose key makes a request count once; empty where the document declares none."""
    waits: bool = False
    """Whether it gives a command whose status can be asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A tag."""

    attribute: str
    class_name: str
    documentation: str
    methods: tuple[Method, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusMethod:
    """The operation that tells how a command goes."""

    group: Group
    method: Method
    identifier: str
    status: str
    result: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Surface:
    """All of it."""

    groups: tuple[Group, ...]
    status: StatusMethod | None
    combined: bool = False
    """Whether operations ask for different credentials, or for several at once."""
