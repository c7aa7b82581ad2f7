"""Lines of openapi-python-client's that a type checker refuses, written as it takes them."""

from __future__ import annotations

import re
from pathlib import Path

# Behind `isinstance(data, list)` the cast is one to the type that `data` has.
REDUNDANT = "cast(list[Any], data)"
MADE = re.compile(r"^( +)(\w+) = cls\($", re.MULTILINE)


def repair_models(package: Path) -> None:
    """Rewrite such lines in the package's models."""
    for path in sorted((package / "models").glob("*.py")):
        text = path.read_text("utf-8")
        repaired = _rename_made(text.replace(f"= {REDUNDANT}", "= data"), path.stem)
        if repaired != text:
            path.write_text(repaired, "utf-8")


def _rename_made(text: str, module: str) -> str:
    """Return the text with another name for the instance that is made, where a property has the model's name too."""
    made = MADE.search(text)
    if made is None or made[2] != module or not re.search(rf"^    {module}: ", text, re.MULTILINE):
        return text
    start, end = text[: made.start()], text[made.end() :]
    end = re.sub(
        rf"^( +){module}\.additional_properties = ", r"\1_made.additional_properties = ", end, flags=re.MULTILINE
    )
    end = re.sub(rf"^( +)return {module}$", r"\1return _made", end, count=1, flags=re.MULTILINE)
    return f"{start}{made[1]}_made = cls({end}"
