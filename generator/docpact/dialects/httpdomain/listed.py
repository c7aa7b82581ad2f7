"""Lists of parameters: an entry a parameter, its name marked and first."""

from __future__ import annotations

from docpact.dialects.httpdomain.nested import list_fields
from docpact.dialects.statements import FieldStatement, Location
from docpact.read.page import DefinitionList, List


def has_parameters(block: List | DefinitionList) -> bool:
    """Tell whether most entries of a list begin with a name."""
    found = list(list_fields(block, "query"))
    return 2 * sum(one is not None for one in found) > len(found)


def read_listed(block: List | DefinitionList, location: Location) -> list[FieldStatement]:
    """Return a statement for each entry with a name; another one, such as `<field>`, is about many and stays text."""
    return [one for one in list_fields(block, location) if one is not None]
