"""`quizmill anki --push`: Anki is asked, by AnkiConnect or as files are opened, and no more is claimed."""

from __future__ import annotations

import http.server
import json
import os
import socket
import threading
from contextlib import contextmanager

import pytest

OPENED = {"result": None, "error": None}


@contextmanager
def anki_connect(**answers):
    """A server that speaks AnkiConnect's protocol, and keeps what it was asked.

    A search finds nothing, and the dialog opens, where *answers* do not say otherwise.
    """
    given = {"findNotes": {"result": [], "error": None}, "guiImportFile": OPENED} | answers
    asked: list[dict] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            asked.append(json.loads(body))
            answer = given[asked[-1]["action"]]
            data = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *args):
            pass

    server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield str(server.server_port), asked
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture
def push(quizmill, bank):
    """Publishes the sample's deck and pushes it to the Anki at a port."""

    def run(port, **env):
        return quizmill("anki", "--bank", bank, "-o", "tea.apkg", "--push", "--port", port, **env)

    return run


@pytest.fixture
def nobody():
    """A port at which nobody listens any more."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return str(server.getsockname()[1])


@pytest.fixture
def desktop(tmp_path):
    """The environment of a desktop whose xdg-open ends with a code, and notes what it was given."""
    if os.name == "nt":
        pytest.skip("the program that stands for another is a script")

    def ending(code):
        folder = tmp_path / "programs"
        folder.mkdir()
        program = folder / "xdg-open"
        program.write_text(f'#!/bin/sh\nprintf %s "$1" > {tmp_path}/opened\nexit {code}\n')
        program.chmod(0o700)
        return {"DISPLAY": ":0", "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"}

    return ending


def last(run):
    return run.stderr.splitlines()[-1]


def test_a_running_anki_asks_with_the_learners_own_options(push, tmp_path):
    with anki_connect() as (port, asked):
        run = push(port)

    assert (run.returncode, run.stdout) == (0, "tea.apkg\n")
    assert last(run) == "Anki asks you now: import tea.apkg, with the options that you choose there"
    assert asked == [
        {"action": "findNotes", "version": 6, "params": {"query": "nid:0"}},
        {
            "action": "guiImportFile",
            "version": 6,
            "params": {"path": (tmp_path.resolve() / "tea.apkg").as_posix()},
        },
    ]


def test_a_key_is_given_to_an_anki_that_wants_one(push):
    with anki_connect() as (port, asked):
        push(port, QUIZMILL_ANKI_KEY="open sesame")

    assert [request["key"] for request in asked] == ["open sesame", "open sesame"]


def test_a_proxy_is_never_asked(push):
    with anki_connect() as (port, asked):
        run = push(port, http_proxy="http://127.0.0.1:9")

    assert (run.returncode, len(asked)) == (0, 2)


REFUSED = "Anki was not asked to import tea.apkg: "
STRANGER = "what listens at port {port} is not AnkiConnect; give its port with --port"


@pytest.mark.parametrize(
    ("answers", "message"),
    [
        (
            {"findNotes": {"result": None, "error": "collection is not available"}},
            f"{REFUSED}no collection is open in it; choose a profile there, and push again",
        ),
        (
            {"findNotes": {"result": None, "error": "valid api key must be provided"}},
            f"{REFUSED}its AnkiConnect wants a key; set QUIZMILL_ANKI_KEY to it",
        ),
        ({"guiImportFile": {"result": None, "error": "no such window"}}, f"{REFUSED}no such window"),
        ({"findNotes": b"<html>"}, STRANGER),
        ({"findNotes": b"[" * 200_000}, STRANGER),
        ({"findNotes": [1]}, STRANGER),
        ({"findNotes": {"version": 6}}, STRANGER),
    ],
)
def test_what_goes_wrong_with_anki_is_said_and_the_deck_is_there(push, tmp_path, answers, message):
    with anki_connect(**answers) as (port, _):
        run = push(port)

    assert run.returncode == 3
    assert last(run) == "quizmill: " + message.format(port=port)
    assert (tmp_path / "tea.apkg").exists()


def test_an_anki_that_breaks_off_may_still_ask(push):
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        thread = threading.Thread(target=_hang_up_on_a_request, args=(server,))
        thread.start()
        run = push(port)
        thread.join()

    assert run.returncode == 3
    assert last(run) == (
        f"quizmill: the connection to Anki at port {port} broke: see whether Anki still runs and asks you, "
        "and push again if it does not; nothing is imported twice"
    )


def _hang_up_on_a_request(server):
    caller, _ = server.accept()
    with caller:
        asked = b""
        while b"findNotes" not in asked:
            asked += caller.recv(4096)


def test_an_anki_that_never_answers_is_not_waited_for_for_ever(monkeypatch, tmp_path):
    from quizmill.app import anki_connect as module

    monkeypatch.setattr(module, "_OPENS", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        with pytest.raises(module.NotHandedOver) as told:
            module.ask_to_import(tmp_path / "tea.apkg", port)
    assert str(told.value) == (
        f"Anki at port {port} does not answer; it may be busy or wait for a click: see, and push again"
    )


def test_where_nobody_listens_the_deck_is_opened_as_the_desktop_does(push, nobody, desktop, tmp_path):
    run = push(nobody, **desktop(0))

    assert run.returncode == 0
    assert last(run) == (
        f"no AnkiConnect listens at port {nobody}, so tea.apkg was opened as a double click would open it: "
        "if decks are Anki's here, it asks you now whether to import this one"
    )
    assert (tmp_path / "opened").read_text() == str(tmp_path.resolve() / "tea.apkg")


def test_an_ankiconnect_that_cannot_ask_yet_is_left_alone(push, desktop, tmp_path):
    with anki_connect(guiImportFile={"result": None, "error": "unsupported action"}) as (port, _):
        run = push(port, **desktop(0))

    assert last(run).startswith(
        f"the AnkiConnect at port {port} is too old to open Anki's import dialog, so tea.apkg was opened"
    )
    assert (tmp_path / "opened").exists()


@pytest.mark.parametrize("refused", [False, True], ids=["no desktop", "no program for decks"])
def test_where_nobody_can_be_asked_one_is_told_what_to_start(push, nobody, desktop, tmp_path, refused):
    run = push(nobody, **desktop(3) if refused else {})

    assert run.returncode == 3
    assert last(run) == (
        f"quizmill: no AnkiConnect listens at port {nobody}, and no program here opens tea.apkg: start Anki "
        "with the add-on AnkiConnect (2055492159), or import the deck there with File > Import"
    )
    assert (tmp_path / "tea.apkg").exists()


def test_recommended_options_are_not_pushed(quizmill, bank, tmp_path):
    run = quizmill("anki", "--bank", bank, "-o", "tea.apkg", "--preset", "--push")

    assert (run.returncode, run.stderr) == (
        2,
        "quizmill: --preset and --push: wherever your Anki imports presets, each push would put your own "
        "decks back to the recommended options; push without --preset, which is for learners\n",
    )
    assert not (tmp_path / "tea.apkg").exists()
