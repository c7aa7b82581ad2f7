"""Surface → Python text: the client's classes, the package's names, its webhooks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from typing import Any

from docpact.client.credentials import OPTIONS, PASSED, TOKEN_ARGUMENTS, Credentials, build_credentials
from docpact.client.facade import ASYNC, MARK, SYNC, Flavour, own
from docpact.client.python_text import clean_text, is_name, title_of, to_class_name, to_docstring, to_words
from docpact.client.raw import RawClient
from docpact.client.signatures import read_signature
from docpact.client.surface import Group, Surface
from docpact.config import Client
from docpact.document import resolve
from docpact.errors import UsageError
from docpact.extensions import read_conventions, read_envelope

EXCEPTIONS = (
    "ApiError", "AuthenticationError", "Conflict", "ConnectionFailed", "DeviceUnavailable", "InvalidRequest",
    "InvalidSignature", "NotFound", "OperationFailed", "OperationTimeout", "PermissionDenied", "RateLimited",
    "ServerError", "UnexpectedResponse",
)  # fmt: skip
EXPORTED = (
    "ApiResponse", "AsyncPage", "AsyncPending", "AuthenticatedClient", "CallOptions", "Client", "File", "Page",
    "Pending", "Tokens", "UNSET", "UnknownWebhook", "Unset",
)  # fmt: skip
LEAVING = "kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None"
REPEATING = (
    "What does no harm when it is done twice is repeated after a lost connection and after 502, 503 and 504; anything "
    "is after 429, for then nothing was done. Commands are never sent twice."
)


ASYNC_ARGUMENTS = {
    "refresh": "Callable[[], str | Awaitable[str]] | None",
    "on_refresh": "Callable[[Tokens], Awaitable[None] | None] | None",
}
"""The asynchronous client's arguments whose types differ."""


def environment_for(name: str) -> str:
    """Return what the environment's variables for a client of that class begin with."""
    return "_".join(word.upper() for word in to_words(name)) or "API"


def class_name_for(config: Client) -> str:
    """Return the client's class name; raises `UsageError` for one that can't be one."""
    name = config.name or to_class_name(
        config.package.removesuffix("_client").removesuffix("_api").removesuffix("_sdk"), fallback="Api"
    )
    used = {*EXCEPTIONS, *EXPORTED}
    if not is_name(name) or name in used:
        raise UsageError(f"`name` cannot be `{name}`", where="docpact.toml [client]", hint="give it a class name")
    if not is_name(config.package):
        where = "docpact.toml [client]"
        raise UsageError(f"`package` cannot be `{config.package}`", where=where, hint="give it a name to import")
    return name


def emit_entrance(document: Mapping[str, Any], surface: Surface, raw: RawClient, config: Client) -> dict[str, str]:
    """Return path → text of the modules that a user imports from."""
    name = class_name_for(config)
    webhooks = sorted(_webhooks(document, raw))
    return {
        "__init__.py": _emit_init(document, name, config.version),
        "exceptions.py": _emit_exceptions(),
        "facade.py": _emit_facade(document, surface, name, config),
        "webhooks.py": _emit_webhooks(webhooks, raw, read_signature(document)),
    }


def _emit_exceptions() -> str:
    names = ", ".join(f"{name} as {name}" for name in EXCEPTIONS)
    return "\n".join([
        f'{MARK}"""What a call raises."""',
        f"from ._runtime.exceptions import {names}",
        f"__all__ = {EXCEPTIONS!r}", "",
    ])  # fmt: skip


def _emit_init(document: Mapping[str, Any], name: str, version: str) -> str:
    places = {
        name: "facade", f"Async{name}": "facade", "ApiResponse": "_runtime.calling",
        "AsyncPage": "_runtime.paging", "AsyncPending": "_runtime.pending", "AuthenticatedClient": "client",
        "CallOptions": "_runtime.calling", "Client": "client", "File": "types", "Page": "_runtime.paging",
        "Pending": "_runtime.pending", "Tokens": "_runtime.auth", "UnknownWebhook": "_runtime.webhooks",
        "parse_webhook": "webhooks", "UNSET": "types", "Unset": "types", **dict.fromkeys(EXCEPTIONS, "exceptions"),
    }  # fmt: skip
    if read_signature(document):
        places["verify_webhook"] = "webhooks"
    text = f"A client for {title_of(document)}."
    return "\n".join([
        f"{MARK}{to_docstring(text, 0)}",
        "from importlib import import_module", "from typing import TYPE_CHECKING, Any",
        "if TYPE_CHECKING:",
        *(f"    from .{module} import {entry} as {entry}" for entry, module in sorted(places.items())),
        f"_MODULES = {dict(sorted(places.items()))!r}",
        f"__version__ = {version!r}",
        f"__all__ = {tuple(sorted([*places, '__version__']))!r}",
        "def __getattr__(name: str) -> Any:",
        "    if name not in _MODULES:",
        '        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")',
        '    value = getattr(import_module(f".{_MODULES[name]}", __name__), name)',
        "    globals()[name] = value",
        "    return value",
        "def __dir__() -> list[str]:",
        "    return sorted(__all__)", "",
    ])  # fmt: skip


def _emit_facade(document: Mapping[str, Any], surface: Surface, name: str, config: Client) -> str:
    credentials = build_credentials(document)
    server = _find_server(document)
    agent = f"{config.distribution or config.package.replace('_', '-')}/{config.version}"
    imports = [
        f"    from .groups.{group.attribute} import {prefix}{group.class_name}"
        for group in surface.groups
        for prefix in ("Async", "")
    ]
    return "\n".join([
        f'{MARK}"""The client: one object, a group of methods for each tag."""',
        "from __future__ import annotations",
        "from collections.abc import Awaitable, Callable, Mapping", "from functools import cached_property",
        "from types import TracebackType", "from typing import TYPE_CHECKING, Self, Unpack", "import httpx",
        "from ._runtime.auth import Tokens, choose_auth, from_environment",
        "from ._runtime.calling import CallOptions",
        "from ._runtime.connection import AsyncConnection, Connection",
        "from ._runtime.endpoint import Conventions, Options",
        "from ._tables import PARSER",
        "if TYPE_CHECKING:", "    from .client import AuthenticatedClient", *imports,
        f"SERVER = {str(server)!r}",
        f"TOKEN_URL = {credentials.token_url!r}",
        f"USER_AGENT = {agent!r}",
        f"CONVENTIONS = Conventions({_conventions(document)})",
        _emit_client(document, surface.groups, credentials, name, SYNC),
        _emit_client(document, surface.groups, credentials, name, ASYNC), "",
    ])  # fmt: skip


def _find_server(document: Mapping[str, Any]) -> str:
    """Return the first server's URL with the defaults of its variables; empty where a variable has none."""
    server = next((s for s in document.get("servers") or () if isinstance(s, Mapping)), {})
    url = str(server.get("url") or "")
    for name, variable in (server.get("variables") or {}).items():
        listed = [variable.get("default"), *(variable.get("enum") or ())] if isinstance(variable, Mapping) else []
        value = next((str(value) for value in listed if value is not None), "")
        url = url.replace(f"{{{name}}}", value)
    return "" if "{" in url else url


def _conventions(document: Mapping[str, Any]) -> str:
    """Return the arguments of the runtime's `Conventions`: what the document declares."""
    envelope = read_envelope(document)
    declared = {
        **({field.name: getattr(envelope, field.name) for field in fields(envelope)} if envelope else {}),
        "correlation_header": read_conventions(document).correlation_header,
    }
    return ", ".join(f"{name}={value!r}" for name, value in declared.items() if value)


def _arguments(credentials: Credentials, flavour: Flavour) -> Iterator[tuple[str, str, str, str]]:
    """Yield name, annotation, default and description."""
    for key in credentials.keys:
        yield key.argument, "str | None", "None", f"the key that stands in {key.place} {clean_text(key.header)}"
    if credentials.basic:
        yield "username", "str | None", "None", "the user's name, for HTTP basic authentication"
        yield "password", "str | None", "None", "the password that belongs to it; an empty one where not given"
    if credentials.token:
        described = {
            "access_token": "the token that stands in the header Authorization",
            "refresh": "gives a new access token once the old one is refused",
            "refresh_token": "the same, by OAuth; it needs the `client_id`",
            "on_refresh": "is told the new tokens, to keep them",
        }
        for argument, annotation in TOKEN_ARGUMENTS.items():
            annotation = ASYNC_ARGUMENTS.get(argument, annotation) if flavour is ASYNC else annotation  # noqa: PLW2901 - those that differ.
            yield argument, annotation, "None", described.get(argument, "as it was given for the service")
        yield "token_url", "str | None", "TOKEN_URL", "where tokens are made"
    for argument, annotation, default, description in OPTIONS:
        yield argument, annotation.format(flavour.prefix), default, description


def _emit_client(
    document: Mapping[str, Any], groups: Sequence[Group], credentials: Credentials, name: str, flavour: Flavour
) -> str:
    arguments = [*_arguments(credentials, flavour)]
    kind = "asynchronously" if flavour is ASYNC else "synchronously"
    text = "\n".join([
        f"{title_of(document)}, {kind}.", "", REPEATING, "", "Args:",
        *(f"    {argument}: {description}" for argument, _, _, description in arguments),
    ])  # fmt: skip
    keys = {
        key.argument: (key.header, key.prefix, *([] if key.location == "header" else [key.location]))
        for key in credentials.keys
    }
    given = ", ".join(f"{argument!r}: {argument}" for argument in keys)
    environment = environment_for(name)
    renewing = (*TOKEN_ARGUMENTS, "token_url") if credentials.token else ()
    tokens = ", ".join([
        *(f"{argument}={argument}" for argument in renewing),
        *(["basic=(username, password)"] if credentials.basic else []),
        *(["optional=True"] if credentials.optional else []),
        *([f"schemes={dict(credentials.schemes)!r}"] if credentials.combined else []),
        *([f"environment={environment!r}"] if keys or renewing or credentials.basic else []),
        *(["asynchronous=True"] if flavour is ASYNC else []),
    ])  # fmt: skip
    signature = ", ".join(f"{argument}: {kind} = {default}" for argument, kind, default, _ in arguments)
    options = ", ".join(f"{option}={option}" for option in PASSED)
    lines = [
        f"class {flavour.prefix}{name}:",
        f"    {to_docstring(text, 4)}",
        f"    def __init__(self, *, {signature}) -> None:",
        f"        chosen = choose_auth(auth, {keys!r}, {{{given}}}, {tokens})",
        "        if base_url is None:",
        f"            base_url = from_environment('{environment}_BASE_URL') or SERVER",
        f"        options = Options(auth=chosen, conventions=CONVENTIONS, user_agent=USER_AGENT, {options})",
        f"        self.connection = {flavour.prefix}Connection(options, PARSER, transport, http_client)",
        *_emit_context(name, flavour),
    ]
    lines.insert(2, f"    connection: {flavour.prefix}Connection")
    for group in groups:
        lines += [
            "    @cached_property",
            f"    def {group.attribute}(self) -> {flavour.prefix}{group.class_name}:",
            f"        {to_docstring(group.documentation, 8)}",
            f"        from .groups.{group.attribute} import {flavour.prefix}{group.class_name}",
            f"        return {flavour.prefix}{group.class_name}(self.connection)",
        ]
    return "\n".join(lines)


def _emit_context(name: str, flavour: Flavour) -> list[str]:
    close, enter, leave = (
        ("aclose", "__aenter__", "__aexit__") if flavour is ASYNC else ("close", "__enter__", "__exit__")
    )
    setter = "set_async_httpx_client" if flavour is ASYNC else "set_httpx_client"
    return [
        "    def __repr__(self) -> str:",
        f'        return f"<{flavour.prefix}{name} {{self.connection.options.base_url}}>"',
        "    @cached_property",
        "    def raw(self) -> AuthenticatedClient:",
        '        """The client for the functions below `api`, over this connection and with its credentials."""',
        "        from .client import AuthenticatedClient",
        '        made = AuthenticatedClient(base_url=self.connection.options.base_url, token="")',
        f"        return made.{setter}(self.connection.http)",
        "    def with_options(self, **options: Unpack[CallOptions]) -> Self:",
        '        """Return a client with this connection, whose calls have other time-outs, headers or retries.',
        "",
        "        Closing either closes the connection.",
        '        """',
        "        made = object.__new__(type(self))",
        "        made.connection = self.connection.with_options(options)",
        "        return made",
        "    def prepare(self) -> None:",
        '        """Make the connection and import what calls need now, not with the first call: it takes some time.',
        "",
        "        For a thread of its own, where an event loop must not be held up.",
        '        """',
        "        self.connection.prepare()",
        f"    {flavour.define} {close}(self) -> None:",
        '        """Close the connection."""',
        f"        {flavour.wait}self.connection.{close}()",
        f"    {flavour.define} {enter}(self) -> Self:",
        "        return self",
        f"    {flavour.define} {leave}(self, {LEAVING}) -> None:",
        f"        {flavour.wait}self.{close}()",
    ]


def _webhooks(document: Mapping[str, Any], raw: RawClient) -> Iterator[tuple[str, str, str]]:
    """Yield the event, the member that names it, and the model."""
    for event, item in document.get("webhooks", {}).items():
        for operation in item.values() if isinstance(item, Mapping) else ():
            contents = (operation.get("requestBody") or {}).get("content", {}) if isinstance(operation, Mapping) else {}
            for content in contents.values():
                name = str((content.get("schema") or {}).get("$ref", "")).rpartition("/")[2]
                schema = resolve(document, content.get("schema") or {})
                model = next((m for m in raw.models if m == name or m == to_class_name(name)), None)
                members = (schema.get("properties") or {}).items()
                constant = next(
                    ((key, m["const"]) for key, m in members if isinstance(m, Mapping) and "const" in m), None
                )
                if model is not None:
                    yield (str(constant[1]), constant[0], model) if constant else (event, "event", model)


def _emit_webhooks(
    webhooks: Sequence[tuple[str, str, str]], raw: RawClient, signature: Mapping[str, str] | None
) -> str:
    models = sorted({model for _, _, model in webhooks})
    unknown = own("UnknownWebhook", raw)
    union = " | ".join([*models, unknown])
    imports = [f"    from .models.{raw.module(model)} import {model}" for model in models]
    events = tuple((member, event, f"m:{model}") for event, member, model in webhooks)
    return "\n".join([
        f'{MARK}"""What the API sends on its own account."""',
        "from __future__ import annotations",
        "from collections.abc import Mapping", "from typing import TYPE_CHECKING, Any",
        f"from ._runtime.webhooks import UnknownWebhook as {unknown}, read_webhook", "from ._tables import PARSER",
        *(["if TYPE_CHECKING:", *imports] if imports else []),
        f"EVENTS: tuple[tuple[str, str, str], ...] = {events!r}",
        f"def parse_webhook(body: bytes | str | Mapping[str, Any]) -> {union}:",
        '    """Return the event that a webhook\'s body tells of.',
        "",
        "    One that the documentation doesn't know is an `UnknownWebhook`. Raises `UnexpectedResponse` for a body",
        "    that is no JSON object.",
        '    """',
        f"    made: {union} = read_webhook(PARSER, EVENTS, body)",
        "    return made", *_emit_verification(signature), "",
    ])  # fmt: skip


def _emit_verification(signature: Mapping[str, str] | None) -> list[str]:
    if signature is None:
        return []
    given = ", ".join(f"{name}={value!r}" for name, value in signature.items())
    return [
        "from ._runtime.signatures import Signature as _Signature, verify as _verify",
        f"SIGNATURE = _Signature({given})",
        "def verify_webhook(",
        "    body: bytes | str, headers: Mapping[str, str], secret: str, *, tolerance: float = 300",
        ") -> None:",
        '    """Raise `InvalidSignature` for a webhook that wasn\'t signed with the secret.',
        "",
        "    Takes the body as it came, before anything reads it. Where the time is signed too, one that is more than",
        "    `tolerance` seconds ago is refused.",
        '    """',
        "    _verify(SIGNATURE, body, headers, secret, tolerance)",
    ]
