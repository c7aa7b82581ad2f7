"""Statements → `Api`: what is true of the API, decided by evidence.

`collect/` turns statements and samples into claims, `decide/` claims into facts by the one function in `evidence`, and
`explain` tells why a fact is as it is. The steps are listed in `build`.
"""

from docpact.model.build import build_api
from docpact.model.explain import explain
from docpact.model.types import Api

__all__ = ["Api", "build_api", "explain"]
