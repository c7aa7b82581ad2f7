"""Which parts of the tool a command needs beside the small installation, and what to say where one is missing."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from importlib.util import find_spec

from docpact.errors import UsageError

EXTRAS = {
    "client": ("openapi_python_client", "ruff", "watchfiles"),
    "mock": ("starlette", "uvicorn", "httptools", "orjson"),
    "check": ("schemathesis", "pytest", "ijson"),
}
"""Extra → the modules by which it is recognised."""
NEEDED = {
    "build": ("client",),
    "client": ("client",),
    "mock": ("mock",),
    "check": ("mock", "check"),
    "proxy": ("mock", "check"),
    "run": ("client", "mock", "check"),
}
"""Command → the extras that it needs."""


def check_extras(options: argparse.Namespace) -> None:
    """Raise `UsageError`, which says what to install, where the command needs an extra that isn't there."""
    # Recorded traffic is judged by what `check` needs.
    traffic = options.command == "compare" and options.traffic
    missing = list(_missing("check" if traffic else options.command))
    if missing:
        extras = ",".join(dict.fromkeys(extra for extra, _ in missing))
        raise UsageError(
            f"`docpact {options.command}` needs {missing[0][1]}, which isn't installed",
            hint=f"install docpact with the extra, docpact[{extras}], from where it came; docpact[all] has everything",
        )


def _missing(command: str) -> Iterator[tuple[str, str]]:
    """Yield each extra of which a module is missing, with that module's name."""
    for extra in NEEDED.get(command, ()):
        for module in EXTRAS[extra]:
            if find_spec(module) is None:
                yield extra, module.replace("_", "-")
