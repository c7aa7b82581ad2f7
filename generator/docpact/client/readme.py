"""The generated client's README: what it promises, in the words of its document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docpact.client.credentials import Credentials, build_credentials
from docpact.client.entrance import REPEATING, class_name_for, environment_for
from docpact.client.python_text import title_of, to_markdown
from docpact.client.surface import Surface
from docpact.config import Client
from docpact.extensions import read_envelope

README = """\
<!-- {header} -->
# {distribution}

A typed client for {title}, synchronous and asynchronous: {count} operations. It needs httpx, httpx-retries and attrs.

```python
{example}
```

Below that object is a group for each part of the API: {groups}. `Async{name}` has the same groups and methods,
awaited.

## What comes back

Methods return what was asked for{unwrapped}. The server may know more than its documentation, or leave something out,
and neither is an error:

| the server sends | you get |
|---|---|
| a value that an enumeration doesn't list | its number or text |
| a member that isn't documented | it, in `additional_properties` |
| null, or nothing, for a documented member | `None`, or an empty list; `UNSET`, which is false, where it is optional |
| a time without its offset | an aware time in UTC |
| a time, id or structure that can't be read | the value as it came |
| no body | `None`; an empty list where a list is documented |
| another kind of payload: a list in place of an object, say | `UnexpectedResponse` is raised |

Structures and enumerations are in `{package}.models`. An attribute that is documented as a number has the type `int |
Any`: a type checker takes it for a number, and a guard for what else may come is no dead code. Where null or a
left-out value is documented, it asks for a guard.

`to_dict()` and `to_json()` give back what was read, with what was changed since: what is null, absent or unknown
stays so; times, dates and UUIDs are written in one form. `{package}.models.X.from_dict(…)`, webhooks and the
functions below `{package}.api` read by the same rules. `repr` shows no coordinates, keys, PINs or tokens.

## What is raised

All from `{package}.exceptions`, all of them `ApiError`, with `status`, `headers`, `text`, `body` (the JSON),
`request_id`, `error_messages` (the server's own words, wherever it puts them), `method` and `path`, never with the
key:

| exception | when |
|---|---|
| `InvalidRequest` | 400, 406, 422 and others of 4xx: the request needs changing |
| `AuthenticationError` | 401; `scopes` are those that the operation documents |
| `PermissionDenied` | 403; `scopes` as above |
| `NotFound` | 404, 410 |
| `Conflict` | 409, 412 |
| `DeviceUnavailable` | 408, 423, 428 |
| `RateLimited` | 429, after the retries; `retry_after` in seconds |
| `ServerError` | 5xx |
| `UnexpectedResponse` | an answer that makes no sense: HTML in place of JSON, a redirect |
| `ConnectionFailed` | no answer; whether the request arrived, nobody knows |
| `OperationFailed`, `OperationTimeout` | a command was accepted, and then did not end well, or in time |
| `InvalidSignature` | a webhook is not signed with the secret, where the documentation says how they are signed |

## Retries, limits, keys

{repeating} The wait is as long as `Retry-After` says, or grows with jitter; one longer than `longest_wait` seconds
raises `RateLimited` instead. `retries=0` switches it off. `keep_intervals=True` waits out the interval that the
documentation asks for between two calls of one operation. `wait(timeout=…)` ends in that time, whatever the server
asks for.

Credentials are one of

{credentials}

Where none are given, the environment's are taken ({variables}); `{environment}_BASE_URL` stands for `base_url`. The
key is sent to `base_url` only, no redirect is followed, and neither `repr` nor an exception shows it. New tokens are
told to `on_refresh` also when the call that needed them was cancelled, and again until it has taken them.

## One call, or some

Every method takes `timeout=`, `headers=` and `retries=` beside its arguments, unless the API has one of that name;
`api.with_options(…)` is a client with this connection and other options. `api.GROUP.with_raw_response.METHOD(…)`
returns `status`, `headers`, `content` and `parsed`. `http_client=` sends with an `httpx.Client` or
`httpx.AsyncClient` of your own, with its proxies, certificates and hooks; `transport=` with another transport. The
logger `{package}` has a line for each response, at `DEBUG`: method, path, status, time.

## More

- What comes in pages also has an iterator: {pages}; and pages as objects, `page_…()` in place of `iter_…()`, with
  `items`, `has_next_page()` and `next_page()`. Entries that share a time are all listed.
- `parse_webhook(body)` gives the typed event of a webhook's body; one that isn't documented is an `UnknownWebhook`.
- Making a client is cheap; certificates are read with the first call, or by `prepare()`, which may run in a thread.
  One client may be used by several threads.
- The environment's proxy (`HTTPS_PROXY`, `NO_PROXY`) is used; `transport=` takes another way.
- Where a member of an enumeration is asked for, its number or text will do: a newer server may know more of them.
- The functions that openapi-python-client makes are below `{package}.api`; give them `client=api.raw`.
"""


def format_readme(document: Mapping[str, Any], config: Client, surface: Surface, header: str) -> str:
    """Return the README."""
    named = {"header": header, "package": config.package}
    named["distribution"] = config.distribution or config.package.replace("_", "-")
    return README.format(**named, **_describe(document, config, surface))


def _describe(document: Mapping[str, Any], config: Client, surface: Surface) -> dict[str, object]:
    """Return what the README says of this client."""
    credentials = build_credentials(document)
    prefix = environment_for(class_name_for(config))
    variables = [key.argument.upper() for key in credentials.keys]
    variables += ["USERNAME", "PASSWORD"] if credentials.basic else []
    pages = [f"`{g.attribute}.{m.paging.name}()`" for g in surface.groups for m in g.methods if m.paging]
    ways = [f"`{key.argument}=` for a key in {key.place} {to_markdown(key.header)}" for key in credentials.keys]
    if credentials.basic:
        ways.append("`username=` and `password=` for HTTP basic authentication")
    if credentials.token:
        variables.append("ACCESS_TOKEN")
        ways += [
            "`access_token=` for a bearer token",
            "`refresh=`, a function that gives a new token once the old one is refused",
            "`refresh_token=` with `client_id=` for the same by OAuth; `on_refresh=` is told the new tokens",
        ]
    return {
        "title": to_markdown(title_of(document)),
        "name": class_name_for(config),
        "count": sum(len(group.methods) for group in surface.groups),
        "groups": ", ".join(f"`{group.attribute}`" for group in surface.groups),
        "unwrapped": ", without the envelope" if read_envelope(document) else "",
        "example": _example(config, surface, credentials),
        "repeating": REPEATING,
        "credentials": "\n".join(f"- {way}" for way in (*ways, "`auth=`, an `httpx.Auth`")),
        "pages": ", ".join(pages) or "none here",
        "environment": prefix,
        "variables": ", ".join(f"`{prefix}_{variable}`" for variable in variables) or "none here",
    }


def _example(config: Client, surface: Surface, credentials: Credentials) -> str:
    """Return a first program: the shortest call that lists something. It changes nothing, and moves nothing."""
    name = class_name_for(config)
    starts = [key.argument for key in credentials.keys[:1]]
    starts = starts or ["access_token"] * credentials.token or ["username", "password"] * credentials.basic
    given = ", ".join(f'{argument}="…"' for argument in starts)
    lines = [
        f"from {config.package} import {name}",
        "",
        f"with {name}({given}) as api:",
    ]
    calls = [(group, method) for group in surface.groups for method in group.methods]
    listing = [
        (group, method)
        for group, method in calls
        if method.result.startswith("list[") and not any(argument.required for argument in method.arguments)
    ]
    waiting = [(group, m) for group, m in calls if m.waits and [a.required for a in m.arguments].count(True) == 1]
    # A group with commands is the one that people come for.
    attributes = [group.attribute for group, _ in waiting]
    listing.sort(key=lambda call: call[0].attribute not in attributes)
    for group, method in listing[:1]:
        lines += [f"    for found in api.{group.attribute}.{method.name}():", "        print(found)"]
    return "\n".join(lines if listing else [*lines, "    print(api)"])
