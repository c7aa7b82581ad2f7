"""Calls operations of a client until one succeeds: `first_call.py PACKAGE URL HEADER`. Texts and numbers only."""

from __future__ import annotations

import importlib
import inspect
import sys
from collections.abc import Callable
from typing import Any

import httpx

VALUES: dict[str, Any] = {"str": "a", "int": 1, "float": 1.5, "bool": True}
CREDENTIALS = ("access_token", "username", "password")


def arguments_for(method: Callable[..., object]) -> dict[str, Any] | None:
    """The arguments that the method asks for; None where one is no plain value."""
    parameters = inspect.signature(method).parameters.values()
    needed = [p for p in parameters if p.default is p.empty and p.kind is not p.VAR_KEYWORD]
    kinds = {parameter.name: str(parameter.annotation) for parameter in needed}
    return {name: VALUES[kind] for name, kind in kinds.items()} if VALUES.keys() >= set(kinds.values()) else None


def main() -> int:
    """Return 0 once a call has succeeded."""
    package, url, header = sys.argv[1:4]
    api_error = importlib.import_module(package).ApiError
    facade = importlib.import_module(f"{package}.facade")
    kind: Any = next(k for n, k in vars(facade).items() if inspect.isclass(k) and k.__module__ == facade.__name__)
    known = inspect.signature(kind).parameters
    keys = [name for name in known if name in CREDENTIALS] or [next(iter(known))]
    given: dict[str, Any] = {} if keys == ["auth"] else dict.fromkeys(keys, "mock-key")
    if header:
        name, _, value = header.partition(": ")
        given = {"auth": httpx.Auth(), "headers": {name: value}}
    with kind(base_url=url, **given) as api:
        for group in (
            name for name in dir(kind) if isinstance(inspect.getattr_static(kind, name), facade.cached_property)
        ):
            methods = getattr(api, group)
            for name in (name for name in dir(methods) if not name.startswith("_") and name != "raw"):
                method = getattr(methods, name)
                arguments = arguments_for(method) if inspect.ismethod(method) else None
                try:
                    if arguments is not None and group != "raw":
                        found = method(**arguments)
                        # An iterator sends nothing before it is asked.
                        list(found) if hasattr(found, "__next__") else None
                        return 0
                except api_error as error:
                    sys.stderr.write(f"{error}\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
