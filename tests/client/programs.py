"""The programs of the pages about the client, as modules for a type checker: `programs.py FOLDER` writes them."""

from __future__ import annotations

import re
import sys
from pathlib import Path

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGES = ("tutorial/client.md", "how-to/use-the-client.md")


def main(folder: Path) -> None:
    """Write a module for each page."""
    folder.mkdir(parents=True, exist_ok=True)
    for page in PAGES:
        blocks = re.findall(r"```python\n(.*?)```", (DOCS / page).read_text("utf-8"), re.DOTALL)
        name = re.sub(r"\W", "_", page.removesuffix(".md"))
        (folder / f"{name}.py").write_text("\n".join(blocks), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
