"""A server that answers what it is told, without a network."""

from __future__ import annotations

import httpx

KEY = "a/secret+key.of=mine"


class Scripted(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Gives the answers in their order, the last one for ever, and keeps what it was asked."""

    def __init__(self, *answers: httpx.Response | Exception) -> None:
        self.answers = list(answers)
        self.requests: list[httpx.Request] = []

    def _next(self, request: httpx.Request) -> httpx.Response:
        # As it is now: a request that is sent again is the same object with another header.
        self.requests.append(
            httpx.Request(request.method, request.url, headers=request.headers.copy(), content=request.content)
        )
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, Exception):
            if isinstance(answer, httpx.RequestError):
                answer.request = request
            raise answer
        return httpx.Response(answer.status_code, headers=answer.headers, content=answer.content)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """As a synchronous transport."""
        request.read()
        return self._next(request)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """As an asynchronous transport."""
        await request.aread()
        return self._next(request)


def envelope(result: object, status: int = 200, **more: object) -> httpx.Response:
    """An answer in the documented envelope."""
    body = {"result": result, "success": status < 400, "errorMessages": [], "statusCode": status}
    return httpx.Response(status, json={**body, **more})
