"""A preview of a bank, served within the test's own process, and somebody who asks it."""

from __future__ import annotations

import contextlib
import http.client
import json
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from quizmill.app.preview.server import Server
from quizmill.app.preview.serving import PreviewWish, previewing

PATIENCE = 30  # seconds that a busy machine has


class Visitor:
    """Somebody who has the address."""

    def __init__(self, server: Server) -> None:
        self.server = server

    def get(self, address: str) -> http.client.HTTPResponse:
        """The answer, read, as `data`."""
        return self.ask("GET", f"/{self.server.token}/{address}")

    def ask(self, method: str, path: str, **headers: str) -> http.client.HTTPResponse:
        """The answer to any request at all, read, as `data`."""
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=PATIENCE)
        with contextlib.closing(connection):
            connection.request(method, path, headers=headers)
            answer = connection.getresponse()
            answer.data = answer.read()
            return answer

    def told(self, address: str) -> Any:
        """What is told under an address."""
        answer = self.get(address)
        assert answer.status == 200, answer.data
        return json.loads(answer.data)

    def until(self, snapshot: int, findings: int = 0) -> Any:
        """The list, once the bank has been read and judged so many times."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            listing = self.told("list.json")
            if (
                listing
                and listing["seen"]["snapshot"] >= snapshot
                and listing["seen"]["findings"] >= findings
            ):
                return listing
            time.sleep(0.02)
        raise AssertionError(f"snapshot {snapshot}, findings {findings} never came")

    @contextlib.contextmanager
    def listening(self) -> Iterator[Any]:
        """The numbers that are told whenever there is something new, one after the other."""
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=PATIENCE)
        with contextlib.closing(connection):
            connection.request("GET", f"/{self.server.token}/changes")
            answer = connection.getresponse()
            assert answer.headers["Content-Type"] == "text/event-stream"
            yield (json.loads(line[6:]) for line in answer if line.startswith(b"data: "))


@contextlib.contextmanager
def visited(folder: Path, **wish: Any) -> Iterator[Visitor]:
    """Somebody who looks at the bank in *folder* while it is served."""
    with previewing(PreviewWish(folder=folder, port=0, **wish)) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        try:
            yield Visitor(server)
        finally:
            server.shutdown()
            thread.join()
