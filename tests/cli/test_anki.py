"""`quizmill anki`: publishing a deck, telling what has changed, and handing it to a running Anki."""

from __future__ import annotations

import http.server
import json
import socket
import threading
from contextlib import contextmanager

import pytest

import samples
from anki_decks import opened


@contextmanager
def anki_connect(answer: object, status: int = 200):
    """A server that speaks AnkiConnect's protocol: gives *answer*, and keeps what it was asked."""
    asked: list[dict] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            asked.append(json.loads(body))
            data = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
            self.send_response(status)
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


def cards(deck):
    with opened(deck) as db:
        return db.execute(
            "SELECT guid, cards.id FROM notes JOIN cards ON nid = notes.id ORDER BY 1, 2"
        ).fetchall()


def names(deck):
    with opened(deck.read_bytes()) as db:
        decks = json.loads(db.execute("SELECT decks FROM col").fetchone()[0])
    return sorted(deck["name"] for deck in decks.values())


def test_what_has_changed_is_told_in_markdown_too(quizmill, bank, tmp_path):
    quizmill("anki", "--bank", bank, "-o", "tea.apkg")
    samples.write(tmp_path, tea=samples.TOPIC.replace("Peppermint tea is", "A tea of peppermint is"))
    run = quizmill("anki", "--bank", bank, "-o", "tea.apkg", "--changelog", "changes.md")

    assert run.stdout == "tea.apkg\nchanges.md\n"
    assert (
        "- `tea-herbs`: A tea of peppermint is a true tea. (changed: the question)"
        in (tmp_path / "changes.md").read_text()
    )


def test_a_list_of_changes_outlives_a_second_try(quizmill, bank, tmp_path):
    typed = ("anki", "--bank", bank, "-o", "tea.apkg", "--changelog", "changes.md", "--push", "--port", "1")
    first = quizmill(*typed)
    told = (tmp_path / "changes.md").read_text()
    second = quizmill(*typed)

    assert (first.returncode, second.returncode) == (3, 3)
    assert told.startswith("# Tea and the sea: release of 2026-11-22\n\nThe first release: ")
    assert (tmp_path / "changes.md").read_text() == told
    assert second.stdout == "tea.apkg\n"
    assert (
        "note: tea.apkg has all of this already, so the list in changes.md is left as it is\n"
        in second.stderr
    )


def test_where_there_is_no_list_yet_even_an_empty_one_is_written(quizmill, bank, tmp_path):
    quizmill("anki", "--bank", bank, "-o", "tea.apkg")
    run = quizmill("anki", "--bank", bank, "-o", "tea.apkg", "--changelog", "changes.md")

    assert run.stdout == "tea.apkg\nchanges.md\n"
    assert "Import the deck over the one you have: 0 new, 0 updated" in (tmp_path / "changes.md").read_text()


def test_a_changed_id_is_noticed_and_made_good(quizmill, bank, tmp_path):
    quizmill("anki", "--bank", bank, "-o", "tea.apkg")
    before = (tmp_path / "tea.apkg").read_bytes()
    renamed = samples.TOPIC.replace("id: tea-herbs", "id: tea-mint")
    samples.write(tmp_path, tea=renamed)
    forgotten = quizmill("anki", "--bank", bank, "-o", "tea.apkg")
    samples.write(
        tmp_path, tea=samples.TOPIC.replace("id: tea-herbs", "id: tea-mint\n    formerly: tea-herbs")
    )
    told = quizmill("anki", "--bank", bank, "-o", "tea.apkg")

    assert "1 new\n" in forgotten.stderr
    assert (
        'note: perhaps renamed: tea-herbs → tea-mint; write "formerly: tea-herbs" in tea-mint and make the '
        "deck again, and learners keep the card with all they have learned\n"
    ) in forgotten.stderr
    assert "1 updated: tea-mint\n" in told.stderr
    assert cards(before) == cards((tmp_path / "tea.apkg").read_bytes())


def test_deck_and_changelog_are_two_files(quizmill, bank, tmp_path):
    run = quizmill("anki", "--bank", bank, "-o", "tea.apkg", "--changelog", "./x/../tea.apkg")

    assert run.returncode == 2
    assert (
        run.stderr == "quizmill: -o and --changelog both name tea.apkg; write the changes to another file\n"
    )
    assert not (tmp_path / "tea.apkg").exists()


def test_a_deck_may_be_given_another_name_with_levels(quizmill, bank, tmp_path):
    run = quizmill("anki", "--bank", bank, "-o", "tea.apkg", "--deck", "Drinks::Hot")

    assert run.returncode == 0
    assert names(tmp_path / "tea.apkg") == ["Default", "Drinks::Hot", "Drinks::Hot::Tea"]


def test_a_name_once_given_stays(quizmill, bank, tmp_path):
    quizmill("anki", "--bank", bank, "-o", "tea.apkg")
    before = (tmp_path / "tea.apkg").read_bytes()
    same = quizmill("anki", "--bank", bank, "-o", "tea.apkg", "--deck", "Tea and the sea")
    other = quizmill("anki", "--bank", bank, "-o", "tea.apkg", "--deck", "Drinks")

    assert (same.returncode, other.returncode) == (0, 2)
    assert other.stderr == (
        'quizmill: --deck: the deck at tea.apkg is "Tea and the sea", and a name once given stays, because '
        "Anki knows a deck by it; leave --deck out (learners can rename theirs), or begin anew with --fresh\n"
    )
    assert (tmp_path / "tea.apkg").read_bytes() == before
    assert quizmill("anki", "--bank", bank, "-o", "tea.apkg", "--deck", "D", "--fresh").returncode == 0


def test_options_are_recommended_only_when_asked(quizmill, bank, tmp_path):
    quizmill("anki", "--bank", bank, "-o", "tea.apkg", "--preset")

    with opened((tmp_path / "tea.apkg").read_bytes()) as db:
        presets = json.loads(db.execute("SELECT dconf FROM col").fetchone()[0])
    assert [preset["name"] for preset in presets.values()] == ["Default", "Tea and the sea"]


def test_a_table_is_a_file_of_its_own(quizmill, bank, tmp_path):
    run = quizmill("anki", "--bank", bank, "--format", "text")

    assert run.stdout == "tea-and-sea.txt\n"
    lines = (tmp_path / "tea-and-sea.txt").read_text().splitlines()
    assert lines[:6] == [
        "#separator:tab",
        "#html:true",
        "#guid column:1",
        "#notetype column:2",
        "#deck column:3",
        "#tags column:4",
    ]
    assert len(lines) == 6 + 8 + 3  # of the matching, each pair


@pytest.mark.parametrize(
    "option", [("--fresh",), ("--previous", "x"), ("--preset",), ("--changelog", "x"), ("--push",)]
)
def test_what_is_for_decks_is_refused_for_a_table(quizmill, bank, option, tmp_path):
    run = quizmill("anki", "--bank", bank, "--format", "text", *option)

    assert run.returncode == 2
    assert run.stderr == (
        f"quizmill: {option[0]} is for decks, and --format text writes a table; leave one of them out\n"
    )
    assert not list(tmp_path.glob("*.txt"))


def test_a_running_anki_imports_the_deck(quizmill, bank, tmp_path):
    with anki_connect({"result": True, "error": None}) as (port, asked):
        run = quizmill("anki", "--bank", bank, "-o", "tea.apkg", "--push", "--port", port)

    assert (run.returncode, run.stdout) == (0, "tea.apkg\n")
    assert run.stderr.endswith("Anki has imported it\n")
    assert asked == [
        {"action": "importPackage", "version": 6, "params": {"path": str(tmp_path.resolve() / "tea.apkg")}}
    ]


def test_a_key_is_given_to_an_anki_that_wants_one(quizmill, bank):
    with anki_connect({"result": True, "error": None}) as (port, asked):
        quizmill("anki", "--bank", bank, "--push", "--port", port, QUIZMILL_ANKI_KEY="open sesame")

    assert asked[0]["key"] == "open sesame"


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (
            {"result": None, "error": "collection is not available"},
            "Anki did not import tea.apkg: collection is not available",
        ),
        (
            {"result": False, "error": None},
            "Anki did not import tea.apkg; open it there with File > Import to see why",
        ),
        (b"<html>", "what listens at port {port} is not AnkiConnect; give its port with --port"),
        (b"[" * 200_000, "what listens at port {port} is not AnkiConnect; give its port with --port"),
        ([1], "what listens at port {port} is not AnkiConnect; give its port with --port"),
        ({"version": 6}, "what listens at port {port} is not AnkiConnect; give its port with --port"),
    ],
)
def test_what_goes_wrong_with_anki_is_said_and_the_deck_is_there(quizmill, bank, tmp_path, answer, message):
    with anki_connect(answer) as (port, _):
        run = quizmill("anki", "--bank", bank, "-o", "tea.apkg", "--push", "--port", port)

    assert run.returncode == 3
    assert run.stderr.splitlines()[-1] == "quizmill: " + message.format(port=port)
    assert (tmp_path / "tea.apkg").exists()


def test_an_anki_that_breaks_off_may_have_imported_half(quizmill, bank):
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        thread = threading.Thread(target=_hang_up_on_a_request, args=(server,))
        thread.start()
        run = quizmill("anki", "--bank", bank, "-o", "tea.apkg", "--push", "--port", str(port))
        thread.join()

    assert run.returncode == 3
    assert run.stderr.splitlines()[-1] == (
        f"quizmill: the connection to Anki at port {port} broke, and the import may be half done: see "
        "whether Anki still runs, and import the deck there with File > Import; nothing is imported twice"
    )


def _hang_up_on_a_request(server):
    caller, _ = server.accept()
    with caller:
        asked = b""
        while b"importPackage" not in asked:
            asked += caller.recv(4096)


def test_without_anki_one_is_told_what_to_start(quizmill, bank, tmp_path):
    with anki_connect({}) as (port, _):
        pass  # nobody listens there any more
    run = quizmill("anki", "--bank", bank, "-o", "tea.apkg", "--push", "--port", port)

    assert run.returncode == 3
    assert run.stderr.splitlines()[-1] == (
        f"quizmill: no Anki listens at port {port} of this computer: start Anki with the add-on AnkiConnect "
        "(2055492159), or import the deck there with File > Import"
    )
    assert (tmp_path / "tea.apkg").exists()


def test_a_proxy_is_never_asked(quizmill, bank):
    with anki_connect({"result": True, "error": None}) as (port, asked):
        run = quizmill("anki", "--bank", bank, "--push", "--port", port, http_proxy="http://127.0.0.1:9")

    assert (run.returncode, len(asked)) == (0, 1)


def test_an_anki_that_never_answers_is_not_waited_for_for_ever(monkeypatch, tmp_path):
    from quizmill.app import anki_connect as module

    monkeypatch.setattr(module, "_IMPORTS", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        with pytest.raises(module.NotHandedOver) as told:
            module.push(tmp_path / "tea.apkg", port)
    assert str(told.value) == (
        f"Anki at port {port} does not answer; it may be importing still, or wait for a click"
    )
