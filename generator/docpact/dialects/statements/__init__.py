"""What pages claim about an API, in terms that no dialect owns. The model is built from these types alone.

Nothing here is decided: two statements may contradict one another. "Nothing said" is `None`, or empty, and is never the
same as "said to be optional".
"""

from docpact.dialects.statements.definitions import EnumStatement, StructureStatement, WebhookStatement
from docpact.dialects.statements.documentation import Documentation, merge_documentation
from docpact.dialects.statements.fields import (
    NO_LIMITS,
    OBJECT,
    FieldStatement,
    JsonType,
    Limits,
    Location,
    Member,
    Source,
    TypeStatement,
)
from docpact.dialects.statements.operations import (
    BodyStatement,
    CallStatement,
    OperationStatement,
    ResponseStatement,
    SampleStatement,
    ScopeStatement,
    TagStatement,
)
from docpact.dialects.statements.pages import BlockReading, PageStatement
from docpact.dialects.statements.security import OAuthStatement, RateLimitStatement, SchemeStatement

__all__ = [
    "NO_LIMITS",
    "OBJECT",
    "BlockReading",
    "BodyStatement",
    "CallStatement",
    "Documentation",
    "EnumStatement",
    "FieldStatement",
    "JsonType",
    "Limits",
    "Location",
    "Member",
    "OAuthStatement",
    "OperationStatement",
    "PageStatement",
    "RateLimitStatement",
    "ResponseStatement",
    "SampleStatement",
    "SchemeStatement",
    "ScopeStatement",
    "Source",
    "StructureStatement",
    "TagStatement",
    "TypeStatement",
    "WebhookStatement",
    "merge_documentation",
]
