"""`docpact init`: what a project's folder shows, and the files that a first build needs."""

from docpact.start.files import Starter, make_starter
from docpact.start.folder import find_docs
from docpact.start.look import Facts, Named, look

__all__ = ["Facts", "Named", "Starter", "find_docs", "look", "make_starter"]
