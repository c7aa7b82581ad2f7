"""Arguments, printing, exit codes: the only place for all three.

0: fine. 1: what was checked does not hold. 2: wrong use or unreadable input.
"""

from docpact.cli.entry import main

__all__ = ["main"]
