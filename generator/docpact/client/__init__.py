"""Document → client. Runs openapi-python-client as a command."""

from docpact.client.generate import generate_client

__all__ = ["generate_client"]
