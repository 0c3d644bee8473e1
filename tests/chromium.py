"""A headless Chromium over its own debugging pipe: pages shown without a network, photographed, asked."""

from __future__ import annotations

import base64
import contextlib
import fcntl
import itertools
import json
import mimetypes
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote

import pytest

PROGRAM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
HOME = "http://cards.invalid/"  # where every page seems to come from; the name can never be resolved
_FLAGS = (
    "--headless --no-sandbox --disable-gpu --hide-scrollbars --no-first-run --remote-debugging-pipe".split()
)


class Chromium:
    """One browser with one page. What it asks for besides itself and *files* is refused and noted."""

    def __init__(self, profile: str) -> None:
        assert PROGRAM
        self.files: dict[str, bytes] = {}
        self.server = HOME  # a server of a test's own, which is asked for whatever begins so
        self.fetched: list[str] = []
        self.errors: list[str] = []
        self.said: list[str] = []  # warnings and errors in the console, the browser's own among them
        self._numbers = itertools.count(1)
        self._buffer = b""
        to_read, self._write = map(_well_above, os.pipe())
        self._read, to_write = map(_well_above, os.pipe())
        command = [PROGRAM, *_FLAGS, f"--user-data-dir={profile}", "about:blank"]
        self._process = subprocess.Popen(
            # A shell, because Chromium wants its pipes at 3 and 4.
            ["bash", "-c", f'exec "$0" "$@" 3<&{to_read} 4>&{to_write}', *command],
            pass_fds=(to_read, to_write),
            stderr=subprocess.DEVNULL,
        )
        os.close(to_read)
        os.close(to_write)
        targets = self._call("Target.getTargets")["targetInfos"]
        target = next(target["targetId"] for target in targets if target["type"] == "page")
        self._session = ""
        self._session = self._call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log"):
            self._call(f"{domain}.enable")
        self._call("Fetch.enable")

    def size(self, width: int, height: int, *, scale: float = 1, phone: bool = False) -> None:
        """The window in CSS pixels, and how many real ones each is wide."""
        self._call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=scale,
            mobile=phone,
        )

    def show(self, page: str) -> None:
        """A new page, loaded as the last was: what it kept in the session is still there."""
        self.files["page.html"] = page.encode()
        self.visit(f"{HOME}page.html")

    def visit(self, address: str) -> None:
        """The page at an address, loaded."""
        self._loaded = False
        self._call("Page.navigate", url=address)
        while not self._loaded:
            self._hear(self._next())

    def before(self, script: str) -> None:
        """From here on this script runs in every page before its own."""
        self._call("Page.addScriptToEvaluateOnNewDocument", source=script)

    def ask(self, script: str) -> Any:
        """What a script gives when it runs in the page; promises are awaited."""
        reply = self._call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in reply, reply["exceptionDetails"]
        return reply["result"].get("value")

    def ask_frame(self, address: str, script: str) -> Any:
        """What a script gives in the frame of nobody's origin whose address holds *address*."""
        page, self._session = self._session, ""
        try:
            every = self._call("Target.getTargets")["targetInfos"]
            frames = (each for each in every if each["type"] == "iframe" and address in each["url"])
            params = {"targetId": next(frames)["targetId"], "flatten": True}
            self._session = self._call("Target.attachToTarget", **params)["sessionId"]
            return self.ask(script)
        finally:
            self._session = page

    def heard(self, selector: str) -> tuple[str, str]:
        """What a screen reader is told of the first element that fits: its name, and what describes it."""
        found = self._call("Runtime.evaluate", expression=f"document.querySelector({json.dumps(selector)})")
        told = self._call(
            "Accessibility.getPartialAXTree", objectId=found["result"]["objectId"], fetchRelatives=False
        )
        node = told["nodes"][0]
        return node["name"]["value"], node.get("description", {}).get("value", "")

    def click(self, selector: str) -> None:
        """A click of the mouse in the middle of the first element that fits."""
        x, y = self.ask(
            f"(() => {{ const e = document.querySelector({json.dumps(selector)}); e.scrollIntoView();"
            " const r = e.getBoundingClientRect(); return [r.x + r.width / 2, r.y + r.height / 2]; })()"
        )
        for kind in ("mousePressed", "mouseReleased"):
            self._call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def press(self, key: str, code: str, *, alt: bool = False) -> None:
        """A key goes down and up."""
        for kind in ("keyDown", "keyUp"):
            self._call("Input.dispatchKeyEvent", type=kind, key=key, code=code, modifiers=int(alt))

    def type(self, text: str) -> None:
        """Text into whatever has the focus."""
        self._call("Input.insertText", text=text)

    def night(self, dark: bool) -> None:
        """What the system prefers; Anki's own classes are the page's business."""
        value = "dark" if dark else "light"
        self._call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": value}])

    def photograph(self) -> bytes:
        """The whole page as PNG, as tall as what is on it, be that less or more than the window."""
        width, height = self.ask(
            "[innerWidth, Math.ceil(Math.max(...[...document.body.querySelectorAll('*')]"
            ".filter(e => e.checkVisibility()).map(e => e.getBoundingClientRect().bottom + scrollY)))]"
        )
        clip = {"x": 0, "y": 0, "width": width, "height": max(height, 1), "scale": 1}
        reply = self._call("Page.captureScreenshot", format="png", captureBeyondViewport=True, clip=clip)
        return base64.b64decode(reply["data"])

    def window(self) -> bytes:
        """What is seen in the window as PNG."""
        return base64.b64decode(self._call("Page.captureScreenshot", format="png")["data"])

    def print(self) -> bytes:
        """The page as it is printed: a PDF of A4."""
        reply = self._call("Page.printToPDF", preferCSSPageSize=True, paperWidth=8.27, paperHeight=11.69)
        return base64.b64decode(reply["data"])

    def close(self) -> None:
        """End the browser that was started here."""
        with contextlib.suppress(OSError, EOFError):
            self._session = ""
            self._call("Browser.close")
        self._process.wait(60)
        os.close(self._read)
        os.close(self._write)

    def _call(self, method: str, **params: Any) -> dict[str, Any]:
        number = self._send(method, params)
        while True:
            message = self._next()
            if message.get("id") == number:
                assert "error" not in message, (method, message)
                return message["result"]
            self._hear(message)

    def _send(self, method: str, params: dict[str, Any]) -> int:
        number = next(self._numbers)
        message = {"id": number, "method": method, "params": params}
        if getattr(self, "_session", ""):
            message["sessionId"] = self._session
        os.write(self._write, json.dumps(message).encode() + b"\0")
        return number

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._buffer:
            data = os.read(self._read, 1 << 16)
            if not data:
                raise EOFError("Chromium has gone")
            self._buffer += data
        message, _, self._buffer = self._buffer.partition(b"\0")
        return json.loads(message)

    def _hear(self, event: dict[str, Any]) -> None:
        match event.get("method"), event.get("params", {}):
            case "Page.loadEventFired", _:
                self._loaded = True
            case "Fetch.requestPaused", request:
                self._answer(request["requestId"], request["request"]["url"])
            case "Runtime.exceptionThrown", problem:
                self.errors.append(str(problem["exceptionDetails"].get("exception", problem)))
            case "Runtime.consoleAPICalled", message if message["type"] in ("error", "warning", "assert"):
                self.said.append(str([each.get("value", each) for each in message["args"]]))
            case "Log.entryAdded", {"entry": entry} if entry["level"] in ("error", "warning"):
                self.said.append(entry["text"])

    def _answer(self, request: str, url: str) -> None:
        name = unquote(url.removeprefix(HOME))
        if self.server != HOME and url.startswith(self.server):
            self._send("Fetch.continueRequest", {"requestId": request})
        elif name in self.files:
            body = base64.b64encode(self.files[name]).decode()
            kind = _kind_of(name)
            headers = [{"name": "Content-Type", "value": kind}]
            params = {"requestId": request, "responseCode": 200, "body": body, "responseHeaders": headers}
            self._send("Fetch.fulfillRequest", params)
        else:
            if name != "favicon.ico":
                self.fetched.append(url)
            self._send("Fetch.failRequest", {"requestId": request, "errorReason": "BlockedByClient"})


def _kind_of(name: str) -> str:
    """What a web server says of the file; a drawing that is not called one is shown as broken."""
    if name.endswith(".html"):
        return "text/html; charset=utf-8"
    return mimetypes.types_map.get(PurePosixPath(name).suffix.lower(), "application/octet-stream")


def _well_above(pipe: int) -> int:
    """The same pipe under a number that is neither 3 nor 4."""
    number = fcntl.fcntl(pipe, fcntl.F_DUPFD, 100)
    os.close(pipe)
    return number


@contextlib.contextmanager
def chromium() -> Iterator[Chromium]:
    """A browser for a while; the test that needs one is skipped, aloud, where there is none."""
    if PROGRAM is None:
        pytest.skip("no Chromium here: nothing is photographed, no script is run")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        browser = Chromium(profile)
        try:
            yield browser
        finally:
            browser.close()
