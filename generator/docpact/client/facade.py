"""Surface → Python text: a module for each group, and the client's two classes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from docpact.client.python_text import to_docstring
from docpact.client.raw import RawClient, names_of, without_unset
from docpact.client.surface import Argument, Group, Method, Paging, StatusMethod, Surface

MARK = "# Generated from the API's documentation; the next build replaces it.\n"
STANDARD = {
    "Any": "from typing import Any", "File": "from ..types import File", "Literal": "from typing import Literal",
    "Mapping": "from collections.abc import Mapping",
    "ServerSentEvent": "from .._runtime.streaming import ServerSentEvent", "UUID": "from uuid import UUID",
    "datetime": "import datetime",
}  # fmt: skip


STREAMED = frozenset({"lines", "events"})
CALL_OPTIONS = frozenset({"timeout", "headers", "retries"})
"""What each method takes beside its arguments."""


@dataclass(frozen=True, slots=True)
class Flavour:
    """Synchronous or not: the words in which they differ."""

    prefix: str
    define: str
    wait: str
    iterator: str
    suffix: str


SYNC = Flavour("", "def", "", "Iterator", "")
ASYNC = Flavour("Async", "async def", "await ", "AsyncIterator", "_async")


def emit_groups(surface: Surface, raw: RawClient) -> dict[str, str]:
    """Return path → text of the modules with the groups."""
    files = {"groups/__init__.py": f'{MARK}"""The operations, by tag."""\n'}
    for group in surface.groups:
        files[f"groups/{group.attribute}.py"] = _emit_group(group, surface, raw)
    return files


def _emit_group(group: Group, surface: Surface, raw: RawClient) -> str:
    used: set[str] = set()
    status = surface.status
    classes = [_emit_class(group, flavour, status, raw, used) for flavour in (SYNC, ASYNC)]
    pagings = [method.paging for method in group.methods if method.paging]
    waits = any(method.waits for method in group.methods)
    runtime = [
        _import_own(".._runtime.connection", ("AsyncConnection", "Connection"), raw),
        _import_own(".._runtime.endpoint", ("Endpoint",), raw),
    ]
    calling = ("ApiResponse", "CallOptions")
    runtime.append(
        f"{_import_own('.._runtime.calling', calling, raw)}, "
        "with_response as _with_response, with_response_async as _with_response_async"
    )
    if pagings:
        names = ("first_page", "first_page_async", "iterate", "iterate_async", "state_for")
        paging = ", ".join(f"{name} as _{name}" for name in names)
        runtime.append(f"{_import_own('.._runtime.paging', ('AsyncPage', 'Page'), raw)}, {paging}")
    if waits:
        runtime.append(_import_own(".._runtime.pending", ("AsyncPending", "Pending", "StatusRule"), raw))
    lines = [
        f"{MARK}{to_docstring(group.documentation, 0)}", "", "from __future__ import annotations", "",
        _import_own("collections.abc", ("AsyncIterator", "Iterator"), raw),
        "from functools import cached_property",
        f"{_import_own('typing', ('Unpack',), raw)}, TYPE_CHECKING", *runtime,
        # A parameter may have such a name too, but none with a `_` before it.
        "from .._runtime.members import as_member as _as_member, as_members as _as_members",
        *(["from .._runtime.content import as_content as _as_content"] if any(m.sends for m in group.methods) else []),
        *(["from .._runtime.members import as_map as _as_map"]
          if any(a.model for m in group.methods for a in m.arguments) else []),
        *(["from .._runtime.members import warn_deprecated as _warn_deprecated"]
          if any(m.deprecated for m in group.methods) else []),
        "from ..types import UNSET, Unset", "", *_emit_imports(used, raw), "",
    ]  # fmt: skip
    for method in group.methods:
        lines.append(_emit_endpoint(method, raw, combined=surface.combined))
        if method.waits and status:
            lines.append(
                f"{_constant(method)}_STATUS = {own('StatusRule', raw)}(identifier={status.identifier!r}, "
                f"status={status.status!r}, result={status.result!r}, "
                f"method={method.verb.upper()!r}, path={method.path!r})"
            )
    return "\n".join([*lines, *classes])


def _emit_imports(used: set[str], raw: RawClient) -> list[str]:
    """Return the imports of types: needed by the reader and the type checker only."""
    lines = sorted(STANDARD[name] for name in used if name in STANDARD)
    for name in sorted(used):
        if module := raw.module(name):
            lines.append(f"from ..models.{module} import {name}")
    return ["if TYPE_CHECKING:", *(f"    {line}" for line in lines)] if lines else []


def own(name: str, raw: RawClient) -> str:
    """Return what a name of the runtime's is called in a module, where the API may have a class of that name too."""
    return f"_{name}" if raw.module(name) else name


def _import_own(module: str, names: Sequence[str], raw: RawClient) -> str:
    listed = [name if own(name, raw) == name else f"{name} as {own(name, raw)}" for name in names]
    return f"from {module} import {', '.join(listed)}"


def _constant(method: Method) -> str:
    return f"_{method.name.upper()}"


def _emit_endpoint(method: Method, raw: RawClient, *, combined: bool) -> str:
    facts = {
        "name": method.operation,
        "method": method.verb.upper(),
        "path": method.path,
        "result": method.spec,
        "scopes": method.scopes,
        "repeatable": method.repeatable,
        "interval": method.interval,
        "empty": method.empty,
    }
    # What most operations don't need.
    facts |= {
        name: value
        for name, value, usual in (
            ("reads", method.reads, "json"),
            ("accept", method.accept, ""),
            ("sends", method.sends, ""),
            ("styles", method.styles, ()),
            ("security", method.security if combined else (), ()),
            ("idempotency", method.idempotency, ""),
        )
        if value != usual
    }
    return f"{_constant(method)} = {own('Endpoint', raw)}({', '.join(f'{k}={v!r}' for k, v in facts.items())})"


def _emit_class(group: Group, flavour: Flavour, status: StatusMethod | None, raw: RawClient, used: set[str]) -> str:
    lines = [
        f"class {flavour.prefix}{group.class_name}:",
        f"    {to_docstring(group.documentation, 4)}",
        f"    def __init__(self, connection: {own(f'{flavour.prefix}Connection', raw)}) -> None:",
        "        self._connection = connection",
    ]
    if whole := [method for method in group.methods if method.reads not in STREAMED]:
        lines += [
            "    @cached_property",
            f"    def with_raw_response(self) -> {_whole_name(group, flavour)}:",
            '        """The same methods, which return the whole response: status, headers, what they return here."""',
            f"        return {_whole_name(group, flavour)}(self)",
        ]
    for method in group.methods:
        lines += _emit_method(group, method, flavour, status, raw)
        if method.paging:
            lines += _emit_iterator(method, method.paging, flavour, raw)
            lines += _emit_page(method, method.paging, flavour, raw)
        entries = [method.paging.entry] if method.paging else []
        for annotation in (method.result, *entries, *(a.annotation for a in method.arguments)):
            used |= names_of(annotation)
        if method.waits and status:
            used |= names_of(status.method.result)
    return "\n".join([*lines, *(_emit_whole(group, whole, flavour) if whole else [])])


def _whole_name(group: Group, flavour: Flavour) -> str:
    return f"_{flavour.prefix}{group.class_name}WithRawResponse"


def _emit_whole(group: Group, methods: Sequence[Method], flavour: Flavour) -> list[str]:
    """Return the class whose methods give whole responses: each is made of the group's own, types and all."""
    return [
        f"class {_whole_name(group, flavour)}:",
        f'    """The methods of `{flavour.prefix}{group.class_name}`, with the whole response."""',
        f"    def __init__(self, group: {flavour.prefix}{group.class_name}) -> None:",
        *(f"        self.{m.name} = _with_response{flavour.suffix}(group.{m.name})" for m in methods),
    ]


def takes_options(arguments: Iterable[Argument]) -> bool:
    """Return whether a call may differ in its time, headers and retries: not where the API has such arguments."""
    return not any(argument.name in CALL_OPTIONS for argument in arguments)


def _emit_signature(arguments: Sequence[Argument], raw: RawClient) -> str:
    positional = [a for a in arguments if a.positional]
    keywords = [a for a in arguments if not a.positional]
    parts = ["self", *(f"{a.name}: {a.annotation}" for a in positional), *(["*"] if keywords else [])]
    parts += [f"{a.name}: {a.annotation}{'' if a.required else ' = UNSET'}" for a in keywords]
    if takes_options(arguments):
        parts.append(f"**_options: {own('Unpack', raw)}[{own('CallOptions', raw)}]")
    return ", ".join(parts)


def _emit_documentation(text: str, arguments: Iterable[Argument]) -> str:
    described = [f"    {a.name}: {' '.join(a.description.split())}" for a in arguments if a.description]
    return to_docstring("\n".join([text, *(["", "Args:", *described] if described else [])]), 8)


def _emit_method(
    group: Group, method: Method, flavour: Flavour, status: StatusMethod | None, raw: RawClient
) -> list[str]:
    result = f"{method.result} | None" if method.optional else method.result
    waits = status if method.waits else None
    pending = own(f"{flavour.prefix}Pending", raw)
    returns = f"{pending}[{result}, {waits.method.result}]" if waits else result
    streams = method.reads in STREAMED
    if streams:
        returns = f"{own(flavour.iterator, raw)}[{result}]"
    # An asynchronous generator is asked for its values with `async for`, and isn't awaited itself.
    define = "def" if streams else flavour.define
    lines = [
        f"    {define} {method.name}({_emit_signature(method.arguments, raw)}) -> {returns}:",
        f"        {_emit_documentation(method.documentation, method.arguments)}",
        *([f"        _warn_deprecated({_constant(method)}.name)"] if method.deprecated else []),
        f"        from ..api.{method.module} import _get_kwargs",
    ]
    in_body = set(method.body_fields)
    given = {a.name: _value(a, raw) for a in method.arguments}
    if method.sends:
        given["body"] = "_as_content(body)"
    sent = [
        given[a.name] if a.positional else f"{a.name}={given[a.name]}"
        for a in method.arguments
        if a.positional or a.name not in in_body
    ]
    lines += [f"        from ..models.{raw.module(a.model)} import {a.model}" for a in method.arguments if a.model]
    if method.body:
        lines.append(f"        from ..models.{raw.module(method.body)} import {method.body}")
        sent.append(f"body={method.body}({', '.join(f'{name}={given[name]}' for name in method.body_fields)})")
    if waits and waits.group.attribute != group.attribute:
        lines.append(f"        from .{waits.group.attribute} import {flavour.prefix}{waits.group.class_name}")
    options = ", _options" if takes_options(method.arguments) else ""
    asked = f"{_constant(method)}, _get_kwargs({', '.join(sent)}){options}"
    if streams:
        return [*lines, f"        return self._connection.stream({asked})"]
    call = f"{flavour.wait}self._connection.call({asked})"
    if method.result == "None":
        return [*lines, f"        {call}"]
    lines.append(f"        _payload: {result} = {call}")
    if waits:
        ask = f"{flavour.prefix}{waits.group.class_name}(self._connection).{waits.method.name}"
        return [*lines, f"        return {pending}(_payload, {ask}, {_constant(method)}_STATUS)"]
    return [*lines, "        return _payload"]


def _value(argument: Argument, raw: RawClient) -> str:
    """Return what is handed on: the raw layer asks an enumeration's members for their value."""
    if argument.model:
        return f"_as_map({argument.model}, {argument.name})"
    annotation = without_unset(argument.annotation)
    if annotation in raw.enums:
        return f"_as_member({argument.name})"
    if annotation.removeprefix("list[").removesuffix("]") in raw.enums:
        return f"_as_members({argument.name})"
    return argument.name


def _emit_iterator(method: Method, paging: Paging, flavour: Flavour, raw: RawClient) -> list[str]:
    arguments = _listed_arguments(method, paging)
    text = f"{_first_line(method)}: all of them, page by page; each page is asked for when it is needed."
    return [
        f"    def {paging.name}({_emit_signature(arguments, raw)}) -> {own(flavour.iterator, raw)}[{paging.entry}]:",
        f"        {_emit_documentation(text, arguments)}",
        f"        return _iterate{flavour.suffix}({_emit_listing(method, paging)})",
    ]


def _emit_page(method: Method, paging: Paging, flavour: Flavour, raw: RawClient) -> list[str]:
    arguments = _listed_arguments(method, paging)
    text = f"{_first_line(method)}: the first page, which knows the next one."
    page = own(f"{flavour.prefix}Page", raw)
    return [
        f"    {flavour.define} {paging.page_name}({_emit_signature(arguments, raw)}) -> {page}[{paging.entry}]:",
        f"        {_emit_documentation(text, arguments)}",
        f"        return {flavour.wait}_first_page{flavour.suffix}({_emit_listing(method, paging)})",
    ]


def _first_line(method: Method) -> str:
    return method.documentation.split("\n")[0]


def _listed_arguments(method: Method, paging: Paging) -> list[Argument]:
    return [a for a in method.arguments if a.name != paging.argument or paging.kind == "cursor"]


def _emit_listing(method: Method, paging: Paging) -> str:
    """Return the arguments of what lists: how a page is told from the next, and how each is asked for."""
    moves = {paging.argument: "_next", **({paging.size: "_size"} if paging.size else {})}
    passed = [a.name if a.positional else f"{a.name}={moves.get(a.name, a.name)}" for a in method.arguments]
    passed += ["**_options"] if takes_options(method.arguments) else []
    start = paging.argument if paging.kind == "cursor" else "None"
    state = (
        f"_state_for({paging.kind!r}, {paging.member!r}, {start}, {paging.size or 'UNSET'}, sized={bool(paging.size)})"
    )
    return f"{state}, lambda _next, _size: self.{method.name}({', '.join(passed)})"


def emit_models_index(raw: RawClient) -> str:
    """Return `models/__init__.py`, which imports a class when it is asked for: all at once take a third of a second."""
    modules = {**{name: model.module for name, model in raw.models.items()}, **raw.enums}
    lines = [f"from .{module} import {name} as {name}" for name, module in sorted(modules.items())]
    body = ["if TYPE_CHECKING:", *(f"    {line}" for line in lines)] if lines else []
    return "\n".join([
        f'{MARK}"""The structures and enumerations; each is imported when it is first used."""',
        "from importlib import import_module", "from typing import TYPE_CHECKING, Any", *body,
        f"_MODULES = {dict(sorted(modules.items()))!r}",
        "__all__ = (", *(f"    {name!r}," for name in sorted(modules)), ")",
        "def __getattr__(name: str) -> Any:",
        "    if name not in _MODULES:",
        '        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")',
        '    value = getattr(import_module(f".{_MODULES[name]}", __name__), name)',
        "    globals()[name] = value",
        "    return value",
        "def __dir__() -> list[str]:",
        "    return sorted(__all__)", "",
    ])  # fmt: skip


def emit_tables(raw: RawClient) -> str:
    """Return `_tables.py`: how each model is read."""
    rows = {
        name: (
            tuple((f.wire, f.name, raw.field_spec(f), f.required) for f in model.fields),
            None if model.extra is None else raw.spec(model.extra),
        )
        for name, model in sorted(raw.models.items())
    }
    modules: Mapping[str, str] = {**{name: model.module for name, model in raw.models.items()}, **raw.enums}
    return "\n".join([
        f'{MARK}"""How each model is read: member, attribute, type, whether it is required."""',
        "from ._runtime.parsing import Models, Parser",
        f"MODULES = {dict(sorted(modules.items()))!r}",
        f"MODELS: Models = {rows!r}",
        'PARSER = Parser(__name__.rpartition(".")[0], MODULES, MODELS)', "",
    ])  # fmt: skip
