"""Documentation in, contract out: reStructuredText becomes an OpenAPI document, and what follows from it."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    __version__: str

UNKNOWN = "0+unknown"
"""The version where the code isn't installed, such as from a clone on the module path."""


def __getattr__(name: str) -> str:
    """Return the version, which is looked up among the installed distributions only where somebody asks for it."""
    if name != "__version__":
        raise AttributeError(name)
    from importlib import metadata  # noqa: PLC0415 - takes longer to import than the help may.

    try:
        return metadata.version("docpact")
    except metadata.PackageNotFoundError:
        return UNKNOWN
