"""What stands around the generated package: how to install it, what it is, that it is typed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rstapi.config import Client

HEADER = "Emitted by `rstapi build` from the API's documentation. Not edited by hand: the next build replaces it."
# What the generated code imports, with the versions that openapi-python-client itself asks for.
DEPENDENCIES = ("httpx>=0.23.1,<0.29.0", "attrs>=22.2.0", "python-dateutil>=2.8.2,<3")

PYPROJECT = """\
# {header}

[build-system]
requires = ["hatchling>=1.26"]
build-backend = "hatchling.build"

[project]
name = "{distribution}"
version = "{version}"
description = "Client for the API that its documentation describes."
readme = "README.md"
requires-python = ">=3.11"
dependencies = [
{dependencies}
]

[tool.hatch.build.targets.wheel]
packages = ["{package}"]
"""

README = """\
<!-- {header} -->
# {distribution}

A typed client, synchronous and asynchronous, with {count} operations.

```python
from {package} import AuthenticatedClient

client = AuthenticatedClient(base_url="{server}", token="…", prefix="PersonalKey")
```

Each operation is a module below `{package}.api`, by tag, with `sync`, `sync_detailed`, `asyncio` and
`asyncio_detailed`; each structure and enum is a class in `{package}.models`.
"""


def write_distribution(folder: Path, document: Mapping[str, Any], config: Client) -> None:
    """Write `pyproject.toml`, `README.md` and `py.typed` around the package."""
    names = {
        "header": HEADER,
        "package": config.package,
        "distribution": config.distribution or config.package.replace("_", "-"),
        "version": config.version,
        "dependencies": "\n".join(f'  "{name}",' for name in DEPENDENCIES),
        "count": sum(
            key in item for item in document["paths"].values() for key in ("get", "put", "post", "delete", "patch")
        ),
        "server": next((server["url"] for server in document.get("servers", ())), "https://…"),
    }
    (folder / "pyproject.toml").write_text(PYPROJECT.format(**names), "utf-8")
    (folder / "README.md").write_text(README.format(**names), "utf-8")
    (folder / config.package / "py.typed").write_text("", "utf-8")
