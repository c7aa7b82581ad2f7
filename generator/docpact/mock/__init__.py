"""Document → a running, stateful server. Knows only the document and its own behaviours."""

from docpact.mock.faults import FAULTS, format_faults
from docpact.mock.security import describe_credentials, sample_authorization, sample_keys
from docpact.mock.server import create_app
from docpact.mock.serving import running, serve

__all__ = [
    "FAULTS",
    "create_app",
    "describe_credentials",
    "format_faults",
    "running",
    "sample_authorization",
    "sample_keys",
    "serve",
]
