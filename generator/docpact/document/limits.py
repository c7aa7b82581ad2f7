"""How large a document may be: what is beyond costs one line, not the machine's memory."""

from __future__ import annotations

LARGEST_FILE = 64_000_000
"""Bytes of one file or answer. GitHub's document, the largest in common use, has 13 million."""
MOST_FILES = 2_000
"""Files that one document may be made of."""
MOST_NODES = 1_000_000
"""Values in a document, those that aliases repeat counted each time. GitHub's has 258,000."""
DEEPEST = 100
"""Levels of mappings and lists. The deepest document in common use has 30."""
LARGEST_MINIMUM = 1_000_000
"""The largest `minLength`, `minItems`, `minProperties` or `minContains`: whoever makes a value makes so much of it."""
LONGEST_PATTERN = 10_000
"""Characters of one regular expression."""
LARGEST_PATTERN = 10_000_000
"""Bytes of one compiled regular expression: `(a{1000}){1000}` is short, and takes gigabytes."""
LONGEST_FETCH = 30.0
"""Seconds that a document may take to arrive from a URL, redirections included."""
MOST_REDIRECTS = 5
