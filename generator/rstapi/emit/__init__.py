"""`Api` → OpenAPI document. Knows OpenAPI, not docutils."""

from rstapi.emit.document import emit_document
from rstapi.emit.validate import validate_document
from rstapi.emit.yaml_text import dump_yaml, load_document, load_yaml

__all__ = ["dump_yaml", "emit_document", "load_document", "load_yaml", "validate_document"]
