"""What stands around the generated package: how to install it, what it is, that it is typed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from docpact.client.python_text import title_of
from docpact.client.readme import format_readme
from docpact.client.surface import Surface
from docpact.config import Client

HEADER = "Emitted by `docpact build` from the API's documentation. Not edited by hand: the next build replaces it."
# What the generated code imports, with the versions that openapi-python-client and httpx-retries ask for.
DEPENDENCIES = ("httpx>=0.27,<0.29", "httpx-retries>=0.6,<1", "attrs>=22.2.0")

PYPROJECT = """\
# {header}

[build-system]
requires = ["hatchling>=1.26"]
build-backend = "hatchling.build"

[project]
name = "{distribution}"
version = "{version}"
description = {description}
readme = "README.md"
requires-python = ">=3.11"
classifiers = [
  "Operating System :: OS Independent",
  "Programming Language :: Python :: 3 :: Only",
  "Programming Language :: Python :: 3.11",
  "Programming Language :: Python :: 3.12",
  "Programming Language :: Python :: 3.13",
  "Programming Language :: Python :: 3.14",
  "Typing :: Typed",
]
dependencies = [
{dependencies}
]

[tool.hatch.build.targets.wheel]
packages = ["{package}"]
"""


def write_distribution(folder: Path, document: Mapping[str, Any], config: Client, surface: Surface) -> None:
    """Write `pyproject.toml`, `README.md` and `py.typed` around the package."""
    names = {
        "header": HEADER,
        "package": config.package,
        "distribution": config.distribution or config.package.replace("_", "-"),
        "version": config.version,
        # What JSON makes of text without control characters is TOML too.
        "description": json.dumps(f"A typed client for {title_of(document)}", ensure_ascii=False),
        "dependencies": "\n".join(f'  "{name}",' for name in DEPENDENCIES),
    }
    (folder / "pyproject.toml").write_text(PYPROJECT.format(**names), "utf-8")
    (folder / "README.md").write_text(format_readme(document, config, surface, HEADER), "utf-8")
    (folder / config.package / "py.typed").write_text("", "utf-8")
