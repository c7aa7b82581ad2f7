"""Page → `Api`: meaning, with the evidence for it. Imports read's page types only: no docutils, no OpenAPI."""

from rstapi.model.build import build_api
from rstapi.model.types import Api

__all__ = ["Api", "build_api"]
