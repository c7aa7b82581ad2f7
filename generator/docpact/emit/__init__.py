"""`Api` → OpenAPI document. Knows OpenAPI, not docutils."""

from docpact.emit.base import load_base
from docpact.emit.check_samples import validate_samples
from docpact.emit.document import EVERYWHERE, emit_document
from docpact.emit.overlay import apply_overlays, load_overlays, settle_diagnostics
from docpact.emit.shape import is_valid_shape, leave_out_invalid, validate_shape
from docpact.emit.validate import validate_document
from docpact.emit.yaml_text import dump_yaml, load_document, load_yaml

__all__ = [
    "EVERYWHERE",
    "apply_overlays",
    "dump_yaml",
    "emit_document",
    "is_valid_shape",
    "leave_out_invalid",
    "load_base",
    "load_document",
    "load_overlays",
    "load_yaml",
    "settle_diagnostics",
    "validate_document",
    "validate_samples",
    "validate_shape",
]
