"""A time limit for a whole exchange: from the connection to the last byte of the body, whatever trickles."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool


class Deadline:
    """Shuts the connection down when the time of an exchange is up; reading then ends at once, wherever it is.

    A limit for each read of a socket, which requests has, never ends with a server that sends a byte a second.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.expired = False
        """Whether the last exchange took too long."""
        self._socket: socket.socket | None = None
        self._lock = threading.Lock()

    @contextmanager
    def running(self) -> Iterator[None]:
        """Limit the exchange that is made inside the block."""
        self.expired, self._socket = False, None
        timer = threading.Timer(self.seconds, self._expire)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            with self._lock:
                self._socket = None

    def watch(self, connected: socket.socket | None) -> None:
        """Shut this socket down when the time is up."""
        with self._lock:
            self._socket = connected
            if self.expired:
                self._shut_down()

    def _expire(self) -> None:
        with self._lock:
            self.expired = True
            self._shut_down()

    def _shut_down(self) -> None:
        if self._socket is not None:
            with suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)


class DeadlineAdapter(HTTPAdapter):
    """Connects for requests, and tells the deadline of each socket."""

    def __init__(self, deadline: Deadline) -> None:
        self.deadline = deadline
        super().__init__()

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - as requests has it.
        """Have the pools make connections that are watched."""
        super().init_poolmanager(*args, **kwargs)
        self._watch(self.poolmanager)

    def proxy_manager_for(self, proxy: str, **kwargs: Any) -> Any:  # noqa: ANN401 - as requests has it.
        """Have the pools of a proxy make connections that are watched."""
        manager = super().proxy_manager_for(proxy, **kwargs)
        self._watch(manager)
        return manager

    def _watch(self, manager: Any) -> None:  # noqa: ANN401 - urllib3's pool manager.
        manager.pool_classes_by_scheme = build_pools(self.deadline)


def build_pools(deadline: Deadline) -> dict[str, type[HTTPConnectionPool]]:
    """Return urllib3's pools by scheme, whose connections tell the deadline of their sockets."""

    class Watched(HTTPConnection):
        def _new_conn(self) -> socket.socket:
            made = super()._new_conn()
            deadline.watch(made)
            return made

        def request(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - as urllib3 has it.
            deadline.watch(self.sock)
            super().request(*args, **kwargs)

    class WatchedTLS(HTTPSConnection):
        def _new_conn(self) -> socket.socket:
            made = super()._new_conn()
            deadline.watch(made)
            return made

        def connect(self) -> None:
            super().connect()
            deadline.watch(self.sock)

        def request(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - as urllib3 has it.
            deadline.watch(self.sock)
            super().request(*args, **kwargs)

    class Pool(HTTPConnectionPool):
        ConnectionCls = Watched

    class TLSPool(HTTPSConnectionPool):
        ConnectionCls = WatchedTLS

    return {"http": Pool, "https": TLSPool}
