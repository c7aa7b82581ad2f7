"""`Api` → OpenAPI document. Knows OpenAPI, not docutils."""

from rstapi.emit.check_samples import validate_samples
from rstapi.emit.document import EVERYWHERE, emit_document
from rstapi.emit.overlay import apply_overlays, load_overlays, settle_diagnostics
from rstapi.emit.shape import validate_shape
from rstapi.emit.validate import validate_document
from rstapi.emit.yaml_text import dump_yaml, load_document, load_yaml

__all__ = [
    "EVERYWHERE",
    "apply_overlays",
    "dump_yaml",
    "emit_document",
    "load_document",
    "load_overlays",
    "load_yaml",
    "settle_diagnostics",
    "validate_document",
    "validate_samples",
    "validate_shape",
]
