"""Document → client. Runs openapi-python-client as a command."""

from rstapi.client.generate import generate_client

__all__ = ["generate_client"]
