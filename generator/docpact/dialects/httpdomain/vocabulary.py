"""The words of sphinxcontrib-httpdomain and of the prose around it, and what each means.

Source: the code of sphinxcontrib-httpdomain 1.0 to 2.2.1, `doc_field_types` and `option_spec`.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Literal

from docpact.dialects.statements import JsonType

METHODS = ("get", "put", "post", "delete", "head", "options", "trace", "patch")
"""Directives whose method is one of OpenAPI 3.1's path item."""
OTHER_METHODS = ("connect", "copy", "any")
"""Directives whose method has no place in OpenAPI 3.1."""
CONNECTION = "websocket:connection"
"""A directive of the same package, since 2.2: OpenAPI describes no WebSockets."""
GENERATED = ("autoflask", "autobottle", "autotornado", "qrefflask")
"""Directives of `sphinxcontrib.autohttp`: they import the application to write the page."""
WITHOUT_BODY = frozenset({"GET", "HEAD", "DELETE", "OPTIONS", "TRACE"})
"""Methods that usually send no body."""
NEVER_BODY = frozenset({"GET", "HEAD", "TRACE"})
"""RFC 9110, section 9.3: a body of these has no meaning."""
NO_CONTENT = frozenset({"204", "205", "304"})
"""Statuses without a body: RFC 9110, sections 15.3.5, 15.3.6 and 15.4.5."""


class Kind(StrEnum):
    """What a field of a field list is about."""

    PATH = "path variable"
    QUERY = "query parameter"
    FORM = "form field"
    JSON = "JSON property, direction unsaid"
    SENT_JSON = "JSON property of the request"
    SENT_ITEMS = "property of the objects in the request's JSON array"
    RECEIVED_JSON = "JSON property of the response"
    RECEIVED_ITEMS = "property of the objects in the response's JSON array"
    SENT_HEADER = "request header"
    RECEIVED_HEADER = "response header"
    STATUS = "status"


FIELDS: dict[str, Kind] = {
    **dict.fromkeys(("param", "parameter", "arg", "argument"), Kind.PATH),
    **dict.fromkeys(("query", "queryparameter", "queryparam", "qparam"), Kind.QUERY),
    **dict.fromkeys(("form", "formparameter", "formparam", "fparam"), Kind.FORM),
    **dict.fromkeys(("json", "jsonparameter", "jsonparam"), Kind.JSON),
    **dict.fromkeys(("reqjson", "reqjsonobj"), Kind.SENT_JSON),
    "reqjsonarr": Kind.SENT_ITEMS,
    **dict.fromkeys(("resjson", "resjsonobj"), Kind.RECEIVED_JSON),
    "resjsonarr": Kind.RECEIVED_ITEMS,
    **dict.fromkeys(("reqheader", "requestheader"), Kind.SENT_HEADER),
    **dict.fromkeys(("resheader", "responseheader"), Kind.RECEIVED_HEADER),
    **dict.fromkeys(("status", "statuscode", "code"), Kind.STATUS),
}
"""The name of a field → what it is about."""
SIGNED: dict[str, tuple[Kind, Kind]] = {
    "json": (Kind.SENT_JSON, Kind.RECEIVED_JSON),
    "jsonobj": (Kind.SENT_JSON, Kind.RECEIVED_JSON),
    "jsonarr": (Kind.SENT_ITEMS, Kind.RECEIVED_ITEMS),
    "header": (Kind.SENT_HEADER, Kind.RECEIVED_HEADER),
}
"""The name after `<` or `>` → what it is about when it is sent, and when it is received."""
TYPE_FIELDS: dict[str, Kind] = {
    **dict.fromkeys(("type", "paramtype"), Kind.PATH),
    **dict.fromkeys(("querytype", "qtype", "queryparamtype"), Kind.QUERY),
    **dict.fromkeys(("jsontype", "jsonparamtype"), Kind.JSON),
    "reqjsonarrtype": Kind.SENT_ITEMS,
    "resjsonarrtype": Kind.RECEIVED_ITEMS,
    "reqjsonobj": Kind.SENT_JSON,
    "resjsonobj": Kind.RECEIVED_JSON,
}
"""Fields that give a type apart, `:type post_id: int`. Two of them are names of fields too: the package's own slip."""
SIGNED_TYPES = {"jsonarrtype": SIGNED["jsonarr"], "jsonobj": SIGNED["jsonobj"]}
UNTYPED = frozenset({Kind.SENT_HEADER, Kind.RECEIVED_HEADER, Kind.STATUS})
"""Everything after the field's name is the name. (A form field's may have a type before it, as pages write it.)"""
JSON_KINDS = frozenset({Kind.JSON, Kind.SENT_JSON, Kind.SENT_ITEMS, Kind.RECEIVED_JSON, Kind.RECEIVED_ITEMS})
SENT = frozenset({Kind.SENT_JSON, Kind.SENT_ITEMS})
RECEIVED = frozenset({Kind.RECEIVED_JSON, Kind.RECEIVED_ITEMS})
ITEMS = frozenset({Kind.SENT_ITEMS, Kind.RECEIVED_ITEMS})

REQUEST_ONLY_HEADERS = frozenset({
    "accept", "accept-charset", "accept-encoding", "accept-language", "authorization", "cookie", "expect", "from",
    "host", "if-match", "if-modified-since", "if-none-match", "if-range", "if-unmodified-since", "last-event-id",
    "max-forwards", "origin", "range", "referer", "te", "user-agent",
})  # fmt: skip
RESPONSE_ONLY_HEADERS = frozenset({
    "accept-ranges", "age", "allow", "content-range", "etag", "last-modified", "location", "retry-after", "server",
    "set-cookie", "vary", "www-authenticate",
})  # fmt: skip

ARRAY_WORDS = frozenset({
    "array", "arrays", "list", "lists", "tuple", "set", "collection", "tableau", "liste", "lista", "matriz",
})  # fmt: skip
OBJECT_WORDS = frozenset({
    "object", "objects", "obj", "dict", "dictionary", "dicts", "hash", "map", "mapping", "struct", "objet",
    "objets", "dictionnaire", "objekt", "objeto", "diccionario", "jsonobject",
})  # fmt: skip
ANY_WORDS = frozenset({"json", "any", "mixed", "value", "variant", "*"})
NULL_WORDS = frozenset({"null", "none", "nil", "nul"})
SCALAR_WORDS: dict[str, tuple[JsonType | None, str]] = {
    **dict.fromkeys(
        ("string", "strings", "str", "text", "unicode", "char", "varchar", "chaîne", "chaine", "chaînes", "texte",
         "zeichenkette", "cadena", "texto"),
        ("string", ""),
    ),
    **dict.fromkeys(
        ("integer", "integers", "int", "ints", "long", "bigint", "smallint", "entier", "entiers", "ganzzahl", "entero"),
        ("integer", ""),
    ),
    "int32": ("integer", "int32"),
    "int64": ("integer", "int64"),
    **dict.fromkeys(
        ("number", "numbers", "numeric", "float", "floats", "double", "decimal", "real", "nombre", "nombres",
         "flottant", "réel", "décimal", "zahl", "número", "numero"),
        ("number", ""),
    ),
    **dict.fromkeys(("boolean", "booleans", "bool", "booléen", "booleen", "booleano", "flag"), ("boolean", "")),
    **dict.fromkeys(("uuid", "guid"), ("string", "uuid")),
    "date": ("string", "date"),
    **dict.fromkeys(("datetime", "date-time", "iso8601", "iso-8601", "isodate"), ("string", "date-time")),
    **dict.fromkeys(("url", "uri"), ("string", "uri")),
    **dict.fromkeys(("email", "e-mail", "courriel"), ("string", "email")),
    **dict.fromkeys(("file", "binary", "bytes", "blob", "fichier", "datei", "archivo"), ("string", "binary")),
    "base64": ("string", "byte"),
    # Converters of Flask's and werkzeug's routes.
    "path": ("string", ""),
}  # fmt: skip
"""A word for a type → JSON type and format."""

# The prose around fields, in the languages that pages are met in.
REQUIRED = r"required|mandatory|compulsory|obligatoire|requise?|pflicht|erforderlich|obligatori[oa]|requerid[oa]"
OPTIONAL = (
    r"optional|not required|not mandatory|facultati(?:f|ve)|optionnel(?:le)?|non (?:requise?|obligatoire)|opcional"
)
# `required if …` is about other cases too.
CONDITION = r"(?!\s+(?:if|when|unless|for|only|by|to|in|on|at|si|lorsqu|quand|pour|wenn|falls|cuando))"
DEFAULT = (
    r"(?:(?:the )?defaults?(?: value)?|(?:valeur )?par défaut|valeur défaut|défaut"
    r"|standardwert|standard|por defecto|predeterminado)"
)
DEPRECATED = r"deprecated|obsolete|obsolète|dépréciée?|veraltet|obsoleto"
REQUEST_WORDS = re.compile(
    r"\b(?:requests?|body|payload|data sent|input|post data|requêtes?|corps|envoi|entrée|anfragen?|petición"
    r"|solicitud)\b",
    re.IGNORECASE,
)
RESPONSE_WORDS = re.compile(
    r"\b(?:responses?|repl(?:y|ies)|returns?|returned|results?|output|answers?|réponses?|retours?|renvoie|retourne"
    r"|résultats?|sortie|antwort(?:en)?|ergebnis|respuestas?)\b",
    re.IGNORECASE,
)
EXAMPLE_WORDS = re.compile(r"\b(?:examples?|samples?|exemples?|beispiele?|ejemplos?)\b", re.IGNORECASE)

Part = Literal["name", "type", "description", "required", "default", "value", "status"]
HEADERS: dict[str, Part] = {
    **dict.fromkeys(
        ("name", "parameter", "parameters", "param", "field", "fields", "attribute", "attributes", "property",
         "properties", "key", "argument", "nom", "paramètre", "paramètres", "champ", "champs", "attribut", "attributs",
         "propriété", "propriétés", "clé", "feld", "campo", "nombre del campo"),
        "name",
    ),
    **dict.fromkeys(("type", "types", "data type", "datatype", "format", "typ", "tipo"), "type"),
    **dict.fromkeys(
        ("description", "descriptions", "meaning", "details", "detail", "notes", "comment", "comments", "explanation",
         "signification", "détails", "détail", "commentaire", "commentaires", "remarques", "beschreibung",
         "descripción"),
        "description",
    ),
    **dict.fromkeys(
        ("required", "required?", "mandatory", "mandatory?", "requis", "requis ?", "obligatoire", "obligatoire ?",
         "optional", "optional?", "facultatif", "optionnel", "pflicht"),
        "required",
    ),
    **dict.fromkeys(("default", "default value", "défaut", "par défaut", "valeur par défaut"), "default"),
    **dict.fromkeys(("value", "values", "valeur", "valeurs", "wert"), "value"),
    **dict.fromkeys(
        ("status", "code", "status code", "http status", "http code", "http status code", "response code",
         "statut", "code http", "code de retour", "code retour", "code réponse", "code de réponse", "statut http"),
        "status",
    ),
}  # fmt: skip
"""The header of a table's column, in lower case → what its cells say."""
YES = frozenset({
    "yes", "y", "true", "x", "✓", "✔", "required", "mandatory", "oui", "o", "vrai", "obligatoire", "requis", "ja", "sí",
    "si", "1",
})  # fmt: skip
NO = frozenset({
    "no", "n", "false", "-", "", "optional", "non", "faux", "facultatif", "optionnel", "nein", "0", "✗",
})  # fmt: skip
