"""The dialect of sphinxcontrib-httpdomain: `.. http:get:: /books/(int:id)` with field lists and samples."""

from docpact.dialects.httpdomain.dialect import HttpDomain
from docpact.dialects.protocol import Dialect

DIALECT: Dialect = HttpDomain()

__all__ = ["DIALECT"]
