"""What stops a run before it begins."""

from __future__ import annotations


class SuiteError(Exception):
    """Options, a document or a server that no run can start with. The text says what, where, and what to do."""
