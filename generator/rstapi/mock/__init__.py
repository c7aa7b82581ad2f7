"""Document → a running, stateful server. Knows only the document and its own behaviours."""

from rstapi.mock.security import sample_authorization
from rstapi.mock.server import create_app, running, serve

__all__ = ["create_app", "running", "sample_authorization", "serve"]
