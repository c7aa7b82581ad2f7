"""Arguments, printing, exit codes: the only place for all three.

0: success. 1: a check failed. 2: wrong use or unreadable input.
"""

from docpact.cli.entry import main

__all__ = ["main"]
