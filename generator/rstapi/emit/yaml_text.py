"""Mappings ↔ YAML text, the same bytes on every machine."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from rstapi.errors import InputError

# libyaml's C code where PyYAML was built with it: the same text, a tenth of the time.
_Dumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# Longer than any line, so that no text is folded: where a fold falls is not the document's business.
WIDTH = 1_000_000


class _DocumentDumper(_Dumper):  # type: ignore[misc]
    """Writes every value out, without anchors, and texts of several lines as blocks."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ANN401, ARG002 - yaml's signature.
        return True


class _DocumentLoader(_Loader):  # type: ignore[misc]
    """Reads dates as the text that they are: JSON has none."""


_DocumentLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in _Loader.yaml_implicit_resolvers.items()
}


def _text(dumper: Any, value: str) -> Any:  # noqa: ANN401 - yaml has no types for these.
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style="|" if "\n" in value else None)


_DocumentDumper.add_representer(str, _text)


def dump_yaml(document: Any) -> str:  # noqa: ANN401 - any JSON value.
    """Return the document as YAML, keys in the order that they have."""
    return str(yaml.dump(document, Dumper=_DocumentDumper, sort_keys=False, allow_unicode=True, width=WIDTH))


def load_yaml(path: Path) -> Any:  # noqa: ANN401 - any JSON value.
    """Return the file's value; raises `InputError` where it cannot be read or is no YAML."""
    try:
        return yaml.load(path.read_text("utf-8"), Loader=_DocumentLoader)  # noqa: S506 - derived from the safe loader.
    except FileNotFoundError:
        raise InputError("does not exist", where=str(path)) from None
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"cannot be read: {error}", where=str(path)) from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{path}:{mark.line + 1}" if mark else str(path)
        raise InputError(f"is not YAML: {getattr(error, 'problem', error)}", where=where) from error


def load_document(path: Path) -> dict[str, Any]:
    """Return the OpenAPI document in that file; raises `InputError` where it is none."""
    document = load_yaml(path)
    if not isinstance(document, dict) or not isinstance(document.get("paths"), dict):
        raise InputError("is no OpenAPI document: it has no paths", where=str(path), hint="make one with rstapi build")
    return document
