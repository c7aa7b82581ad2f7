"""`docpact.toml`, or `[tool.docpact]` in `pyproject.toml`: all that is one API's own."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal

from docpact.diagnostics import CODES, Severity
from docpact.errors import UsageError
from docpact.extensions import HEADER_NAME, NO_CONVENTIONS, Conventions

FILE = "docpact.toml"
# Python projects keep the settings of their tools there, each in a table of its own.
PYPROJECT = "pyproject.toml"
# As the packaging standard writes versions.
VERSION = r"([0-9]+!)?[0-9]+(\.[0-9]+)*((a|b|rc)[0-9]+)?(\.post[0-9]+)?(\.dev[0-9]+)?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Docs:
    """`[docs]`: where the pages are."""

    source: str = "api_docs"
    substitutions: Mapping[str, str] = field(default_factory=dict)
    """`|name|` → text, beside and before those of the tree's `conf.py`."""
    include: tuple[str, ...] = ()
    """Folders beside the source whose files pages may include, samples say."""
    url: str = ""
    """Where the pages are published; the client's docstrings link to them."""
    version_from: str = ""
    """The substitution that holds the API's version, where no base document states one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spec:
    """`[spec]`: where the document is, and what no page says about it."""

    base: str = ""
    overlays: str = ""
    """A folder with overlays: corrections by a person."""
    output: str = "spec/openapi.yaml"
    diagnostics: str = "spec/diagnostics.txt"
    open_enums: Literal["responses", "never"] = "responses"
    """Where values that no enum page lists are accepted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """`[client]`: the generated client."""

    folder: str = "generated"
    package: str = "api_client"
    distribution: str = ""
    """The name to install it by; the package's with dashes where none is given."""
    version: str = "0.1.0"
    name: str = ""
    """The client's class; the package's name without `_client` where none is given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mock:
    """`[mock]`: the mock server."""

    behaviours: tuple[str, ...] = ()
    """Modules of `docpact.mock.behaviours` with what no document says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Safety:
    """`[safety]`: which operations do what, as patterns of `METHOD /path`; the first list that fits counts."""

    physical: tuple[str, ...] = ()
    write: tuple[str, ...] = ()
    read: tuple[str, ...] = ()
    undone_by: Mapping[str, str] = field(default_factory=dict)
    """`METHOD /path` → the operation that takes its effect back, in the same form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lint:
    """`[lint]`: which diagnostics are reported, and how severe they are. Holds for every command."""

    select: tuple[str, ...] = ()
    """The only codes that are reported; all where none is listed."""
    ignore: tuple[str, ...] = ()
    """Codes that are not reported."""
    per_page_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Pattern of a page's path, shell-style: `legacy/*.rst` → codes that are not reported of such pages."""
    severities: Mapping[str, str] = field(default_factory=dict)
    """Code → `error`, `warning` or `note`, in place of the catalogue's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """`[check]`: what a team always passes to `docpact check`."""

    arguments: tuple[str, ...] = ()
    """Options as on the command line, whose own come after them: `["--quick", "--header", "X-Api-Key: $SHOP_KEY"]`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DialectOptions:
    """`[dialect]`: what no rule can know about how the pages are written."""

    ignore: tuple[str, ...] = ()
    """Patterns of page names, shell-style and without suffix, that document nothing: `drafts/*`."""
    words: Mapping[str, str] = field(default_factory=dict)
    """What the pages call things → what the rules call them: `Anfrage` → `request`."""
    roles: Mapping[str, str] = field(default_factory=dict)
    """Role of the pages' own → what it means: one of `MEANINGS`, or `label: words`."""
    directives: Mapping[str, str] = field(default_factory=dict)
    """Directive of the pages' own → what it means."""


MEANINGS = frozenset({
    "method", "path", "request line", "parameter", "status", "required", "optional", "text", "ignore",
})  # fmt: skip
LABEL = "label:"
"""Begins a meaning that is a label: the words that follow stand over what comes next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """One project's configuration."""

    root: Path
    """The folder that the file's paths are relative to."""
    file: Path | None = None
    """The file that it was read from; None without one and every setting has its default."""
    docs: Docs = Docs()
    spec: Spec = Spec()
    client: Client = Client()
    mock: Mock = Mock()
    safety: Safety = Safety()
    lint: Lint = field(default_factory=Lint)
    check: Check = Check()
    dialect: DialectOptions = field(default_factory=DialectOptions)
    conventions: Conventions = NO_CONVENTIONS
    """`[conventions]`: names that the API uses the same way in all operations."""

    def path(self, relative: str) -> Path:
        """Return a path of the file's as one that can be opened."""
        return self.root / relative

    @property
    def included_folders(self) -> tuple[Path, ...]:
        """The folders beside the documentation whose files pages may include."""
        return tuple(self.path(folder) for folder in self.docs.include)


SECTIONS = {
    "docs": Docs, "spec": Spec, "client": Client, "mock": Mock, "safety": Safety, "lint": Lint, "check": Check,
    "dialect": DialectOptions, "conventions": Conventions,
}  # fmt: skip


def load_config(path: Path) -> Config:
    """Return the configuration in that file; raises `UsageError` for one that makes no sense."""
    try:
        raw = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise UsageError("does not exist", where=str(path), hint=f"write a {FILE}, or name one with --config") from None
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"cannot be read: {error}", where=str(path)) from error
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"is not TOML: {error}", where=str(path)) from error
    prefix = "tool.docpact." if path.name == PYPROJECT else ""
    raw = _tool_table(raw, path) if prefix else raw
    unknown = sorted(set(raw) - set(SECTIONS))
    if unknown:
        hint = f"known are {', '.join(SECTIONS)}"
        raise UsageError(f"unknown section [{prefix}{unknown[0]}]", where=str(path), hint=hint)
    sections = {name: _section(kind, raw.get(name, {}), f"{path} [{prefix}{name}]") for name, kind in SECTIONS.items()}
    _check_names(sections["docs"], sections["client"], f"{path} [{prefix}")
    _check_headers(sections["conventions"], f"{path} [{prefix}conventions]")
    _check_meanings(sections["dialect"], f"{path} [{prefix}dialect")
    _check_lint(sections["lint"], f"{path} [{prefix}lint")
    return Config(root=path.resolve().parent, file=path.resolve(), **sections)


def override_config(config: Config, section: str, key: str, value: object, where: str) -> Config:
    """Return the configuration with one setting from elsewhere than a file of ours, such as `conf.py`.

    `where` names that setting for the `UsageError` that is raised where the value makes no sense.
    """
    known = {name: getattr(config, name) for name in SECTIONS}
    known[section] = replace(known[section], **_values(SECTIONS[section], {key: value}, where))
    _check_names(known["docs"], known["client"], where, "")
    _check_meanings(known["dialect"], where, "")
    _check_headers(known["conventions"], where)
    return replace(config, **known)


def find_config(start: Path) -> Path | None:
    """Return the configuration of the folder, or the nearest one above it."""
    folder = start.resolve()
    return next((found for place in (folder, *folder.parents) if (found := config_in(place))), None)


def config_in(folder: Path) -> Path | None:
    """Return the folder's configuration: `docpact.toml`, else a `pyproject.toml` that has a table for docpact."""
    if (folder / FILE).is_file():
        return folder / FILE
    path = folder / PYPROJECT
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    try:
        tool = tomllib.loads(text).get("tool") if "docpact" in text else None
    except tomllib.TOMLDecodeError:
        # `load_config` says what is wrong with it.
        return path if "tool.docpact" in text else None
    return path if isinstance(tool, dict) and "docpact" in tool else None


def config_for(docs: Path) -> Config:
    """Return the configuration that is meant for a docs tree: the nearest above it that names it as its source.

    A configuration that names another tree says nothing about this one, so it isn't applied to it.
    """
    found = find_config(docs) if docs.exists() else None
    if found is not None:
        config = load_config(found)
        if config.path(config.docs.source).resolve() == docs.resolve():
            return config
    return Config(root=Path.cwd())


def _tool_table(raw: Mapping[str, Any], path: Path) -> dict[str, Any]:
    """Return the `[tool.docpact]` of a `pyproject.toml`; raises `UsageError` where it has none."""
    tool = raw.get("tool", {})
    table = tool.get("docpact") if isinstance(tool, dict) else None
    if not isinstance(table, dict):
        raise UsageError("has no table [tool.docpact]", where=str(path), hint=f"write one, or a {FILE} beside it")
    return table


def _check_names(docs: Docs, client: Client, where: str, end: str = "{section}]") -> None:
    """Refuse what would make no address, and no distribution that can be installed."""
    for section, key, value, pattern, hint in (
        ("docs", "url", docs.url, r"(https?://[^\s\"<>]+)?", "https://docs.example/en/latest"),
        ("client", "distribution", client.distribution, r"([A-Za-z0-9]+([._-]+[A-Za-z0-9]+)*)?", "bookshop-client"),
        ("client", "version", client.version, VERSION, "1.2.0"),
    ):
        if not re.fullmatch(pattern, value):
            raise UsageError(
                f"`{key}` cannot be `{value}`", where=where + end.format(section=section), hint=f"such as {hint}"
            )


def _check_headers(conventions: Conventions, where: str) -> None:
    """Refuse what can't be the name of a header."""
    for key, value in conventions.dump().items():
        if key.endswith("-header") and not HEADER_NAME.fullmatch(value):
            raise UsageError(f"`{key}` cannot be `{value}`", where=where, hint="such as x-request-id")


# Keys whose values are tables of strings.
TABLES = frozenset({"substitutions", "words", "roles", "directives", "undone_by", "severities"})
# Keys whose values are tables of lists of strings.
TABLES_OF_LISTS = frozenset({"per_page_ignores"})


def _check_meanings(options: DialectOptions, where: str, end: str = ".{key}]") -> None:
    """Refuse a role or directive of whose meaning nothing is known."""
    for key, table in (("roles", options.roles), ("directives", options.directives)):
        for name, meaning in table.items():
            if meaning not in MEANINGS and not meaning.startswith(LABEL):
                hint = f"known are {', '.join(sorted(MEANINGS))}, and `{LABEL} words`"
                raise UsageError(f"`{name}` cannot mean `{meaning}`", where=where + end.format(key=key), hint=hint)


def _check_lint(lint: Lint, where: str) -> None:
    """Refuse codes that don't exist: a misspelt one would be silently without effect."""
    named = {
        "select": lint.select,
        "ignore": lint.ignore,
        "per-page-ignores": tuple(code for codes in lint.per_page_ignores.values() for code in codes),
        "severities": tuple(lint.severities),
    }
    for key, codes in named.items():
        for code in codes:
            if code not in CODES:
                near = get_close_matches(code, CODES, n=1)
                hint = f"did you mean `{near[0]}`?" if near else "`docpact explain` and a code says what it means"
                raise UsageError(f"`{key}` names `{code}`, which is no code", where=f"{where}]", hint=hint)
    for code, severity in lint.severities.items():
        if severity not in list(Severity):
            hint = f"known are {', '.join(Severity)}"
            raise UsageError(f"`{code}` cannot be of severity `{severity}`", where=f"{where}.severities]", hint=hint)


def _section(kind: type[Any], raw: Any, where: str) -> Any:  # noqa: ANN401
    if not isinstance(raw, dict):
        raise UsageError("must be a table", where=where)
    return kind(**_values(kind, raw, where))


def _values(kind: type[Any], raw: Mapping[str, Any], where: str) -> dict[str, Any]:
    """Return the section's values by the names of its fields; raises `UsageError` for one of a wrong type."""
    known = {f.name: f for f in fields(kind)}
    values: dict[str, Any] = {}
    for key, value in raw.items():
        target = known.get(key.replace("-", "_"))
        if target is None:
            raise UsageError(
                f"unknown key `{key}`", where=where, hint=f"known are {', '.join(known)}".replace("_", "-")
            )
        default = kind.__dataclass_fields__[target.name].default
        if isinstance(default, tuple):
            if not _is_strings(value):
                raise UsageError(f"`{key}` must be a list of strings", where=where)
            values[target.name] = tuple(value)
        elif target.name in TABLES_OF_LISTS:
            if not isinstance(value, dict) or not all(map(_is_strings, value.values())):
                raise UsageError(f"`{key}` must be a table of lists of strings", where=where)
            values[target.name] = {name: tuple(entries) for name, entries in value.items()}
        elif target.name in TABLES:
            if not isinstance(value, dict) or not all(isinstance(entry, str) for entry in value.values()):
                raise UsageError(f"`{key}` must be a table of strings", where=where)
            values[target.name] = value
        elif not isinstance(value, str):
            raise UsageError(f"`{key}` must be a string", where=where)
        else:
            values[target.name] = value
    return values


def _is_strings(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(entry, str) for entry in value)
