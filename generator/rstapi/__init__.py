"""Documentation in, contract out: reStructuredText API documentation becomes an OpenAPI document and what follows from it."""

__version__ = "0.1.0"
