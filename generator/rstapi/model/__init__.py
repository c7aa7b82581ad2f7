"""Pages → the API: meaning, settled by evidence. No docutils, no OpenAPI."""

from rstapi.model.build import build_api
from rstapi.model.explain import explain
from rstapi.model.types import Api

__all__ = ["Api", "build_api", "explain"]
