"""Pages → the API: meaning, settled by evidence. No docutils, no OpenAPI."""

from docpact.model.build import build_api
from docpact.model.explain import explain
from docpact.model.types import Api

__all__ = ["Api", "build_api", "explain"]
