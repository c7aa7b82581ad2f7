"""Diagnostics → edits of the pages. A fix is a function for a code; `FIXES` lists them."""

from docpact.fix.find import FIXES, Fix, find_fixes
from docpact.fix.run import Fixed, fix_pages, format_fixes, write_fixed

__all__ = ["FIXES", "Fix", "Fixed", "find_fixes", "fix_pages", "format_fixes", "write_fixed"]
