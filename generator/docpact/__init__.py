"""Documentation in, contract out: reStructuredText becomes an OpenAPI document, and what follows from it."""

__version__ = "0.1.0"
