"""Who may look at a preview, and what there is to be seen."""

from __future__ import annotations

import contextlib
import socket

import pytest

import samples
from preview_server import visited
from quizmill.bank.load import load_bank

NINE = [
    ("tea-plant", "multiple_choice", 1),
    ("tea-true", "multiple_response", 1),
    ("tea-herbs", "true_false", 1),
    ("ship-name", "short_answer", 1),
    ("ship-cargo", "numerical", 1),
    ("ship-year", "cloze", 2),
    ("tea-colours", "matching", 3),
    ("tea-steps", "ordering", 5),
    ("tea-essay", "essay", 1),
]


@pytest.fixture(scope="module")
def visitor(tmp_path_factory):
    with visited(samples.write(tmp_path_factory.mktemp("bank"))) as visitor:
        visitor.until(1)
        yield visitor


def test_whoever_has_the_address_sees_the_page(visitor):
    answer = visitor.get("")

    assert (answer.status, answer.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert answer.headers["Content-Security-Policy"] == (
        "default-src 'none'; base-uri 'none'; form-action 'none'; script-src 'self'; style-src 'self'; "
        "img-src 'self' data:; connect-src 'self'; frame-src 'self'; frame-ancestors 'none'"
    )
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Access-Control-Allow-Origin" not in answer.headers


@pytest.mark.parametrize("path", ["/", "/wrong/", "/wrong/list.json", "/favicon.ico", "/open/wrong", "//"])
def test_whoever_has_not_sees_nothing(visitor, path):
    assert visitor.ask("GET", path).status == 403


def test_the_address_that_a_browser_is_started_with_leads_there_once(visitor):
    path = visitor.server.opening_url.partition(str(visitor.server.port))[2]
    first, second = visitor.ask("GET", path), visitor.ask("GET", path)

    assert (first.status, first.headers["Location"]) == (303, f"/{visitor.server.token}/")
    assert second.status == 403


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost:9999", 200),  # forwarded by SSH
        ("127.0.0.1", 200),
        ("[::1]:8765", 200),
        ("evil.example", 403),
        ("evil.example:8765", 403),
        ("127.0.0.1.evil.example", 403),
        ("localhost:9999@evil.example", 403),
        ("localhost.", 403),
        ("[::1", 403),
        ("::1", 403),
        ("127.1", 403),
        ("localhost:port", 403),
        ("localhost, evil.example", 403),
        ("", 403),
    ],
)
def test_a_name_that_was_bent_to_this_computer_opens_nothing(visitor, host, status):
    assert visitor.ask("GET", f"/{visitor.server.token}/", Host=host).status == status


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("GET {path} HTTP/1.1\r\nHost: localhost\r\n", "200 OK"),
        ("GET {path} HTTP/1.1\r\n", "403 Forbidden"),  # no host
        ("GET {path} HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n", "403 Forbidden"),
        ("GET http://evil.example{path} HTTP/1.1\r\nHost: localhost\r\n", "403 Forbidden"),
        ("GET http://localhost{path} HTTP/1.1\r\nHost: localhost\r\n", "403 Forbidden"),
        (
            "GET {path} HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n",
            "413 Request",
        ),
        ("GET {path}", "This computer is not called so."),  # as in 1991, when answers had no numbers
        ("GET {path} HTTP/2.0\r\nHost: localhost\r\n", "505"),
    ],
)
def test_a_request_that_no_browser_sends_gets_nothing(visitor, asked, told):
    with socket.create_connection(("127.0.0.1", visitor.server.port), timeout=10) as line:
        line.sendall(asked.format(path=f"/{visitor.server.token}/").encode() + b"\r\n\r\n")
        answer = line.makefile("rb").read1(4096).decode()

    assert told in answer


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD"])
def test_one_can_only_look(visitor, method):
    answer = visitor.ask(method, f"/{visitor.server.token}/")

    assert (answer.status, answer.headers["Allow"]) == (405, "GET")


def test_what_brings_something_is_not_heard_out(visitor):
    answer = visitor.ask("GET", f"/{visitor.server.token}/", **{"Content-Length": "1000000000"})

    assert (answer.status, answer.headers["Connection"]) == (413, "close")


def test_an_endless_address_is_cut_off(visitor):
    assert visitor.get("a" * 70_000).status == 414


@pytest.mark.parametrize(
    "address",
    [
        "../../etc/passwd",
        "%2e%2e%2f%2e%2e%2fetc/passwd",
        "/etc/passwd",
        "preview.py",
        "pages/preview.js",
        "card/tea-plant/1/bank.yaml",
        "card/tea-plant/1/..%2f..%2fbank.yaml",
        "card/tea-plant/0/front.html",
        "card/tea-plant/2/front.html",
        "card/tea-plant/%C2%B2/front.html",
        "sheet/tea-plant/sheet-9.png",
        "sheet/tea-plant/paper.json",
        "question/no-such-question.json",
        "question/tea-plant.json/more",
        "nothing/tea-plant.json",
        "terminal/",
    ],
)
def test_nothing_else_is_there(visitor, address):
    assert visitor.get(address).status == 404


@pytest.mark.parametrize(
    ("name", "kind"),
    [("preview.css", "text/css; charset=utf-8"), ("views.js", "text/javascript; charset=utf-8")],
)
def test_the_page_gets_what_it_is_made_of(visitor, name, kind):
    answer = visitor.get(name)

    assert (answer.status, answer.headers["Content-Type"]) == (200, kind)


@pytest.mark.parametrize(("key", "kind", "cards"), NINE)
def test_each_kind_is_there_in_every_shape(visitor, key, kind, cards):
    about = visitor.told(f"question/{key}.json")
    terminal = visitor.told(f"terminal/{key}.json")
    page = visitor.get(f"page/{key}.html")

    assert (about["kind"], about["state"], about["topic"]) == (kind, "sound", "Tea")
    assert terminal["asked"][0] == [
        "Question 1 of 1, Tea, " + ("2 marks" if key == "tea-true" else "1 mark"),
        "bold",
    ]
    assert bool(terminal["wrong"]) == (kind != "essay")
    assert visitor.told(f"card/{key}.json") == {"cards": cards}
    for number in range(1, cards + 1):
        for side in ("front", "back"):
            shown = visitor.get(f"card/{key}/{number}/{side}.html")
            assert f'<main class="quizmill {side} kind-{kind}"'.encode() in shown.data
            assert "sandbox allow-scripts" in shown.headers["Content-Security-Policy"]
    assert visitor.told(f"sheet/{key}.json") == {"sheet": 1, "key": 1}
    assert visitor.get(f"sheet/{key}/sheet-1.png").data.startswith(b"\x89PNG")
    assert visitor.get(f"sheet/{key}/key.pdf").data.startswith(b"%PDF")
    assert f'"id":"{key}"'.encode() in page.data
    assert "sandbox allow-scripts" in page.headers["Content-Security-Policy"]


def test_beside_a_question_stands_what_it_rests_on_and_how_it_is_written(visitor):
    about = visitor.told("question/ship-cargo.json")

    assert about["evidence"] == [
        {
            "id": "tea-book/cargo",
            "title": "A Short Book of Tea",
            "paragraph": 4,
            "says": "Her first cargo was worth ¥9,000 by the book's own reckoning.",
            "terms": ["¥9,000"],
            "as_of": "1870",
        }
    ]
    assert about["place"].endswith("question_bank/tea.yaml:43")
    assert about["lines"][0] == {"number": 43, "text": "  - id: ship-cargo"}
    assert about["lines"][-1] == {"number": 50, "text": "    difficulty: hard"}


def test_somebody_who_says_nothing_keeps_nobody_else_waiting(visitor):
    silent = [socket.create_connection(("127.0.0.1", visitor.server.port)) for _ in range(10)]
    for each in silent:
        each.sendall(b"GET /")

    assert visitor.get("").status == 200
    for each in silent:
        each.close()


def test_who_opens_more_lines_than_anybody_needs_gets_no_answer_to_the_last(visitor):
    path = f"/{visitor.server.token}/changes"
    lines = [socket.create_connection(("127.0.0.1", visitor.server.port), timeout=10) for _ in range(80)]
    for line in lines:
        with contextlib.suppress(OSError):
            line.sendall(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
    heard = 0
    for line in lines:
        with contextlib.suppress(OSError):
            heard += line.recv(12) == b"HTTP/1.1 200"
    for line in lines:
        line.close()

    assert 1 <= heard <= 64


EVIL = """</script></template></title><img src=x onerror='alert(1)'>"""


def test_what_a_bank_says_is_text_in_every_shape(tmp_path):
    topic = samples.TOPIC.replace("Peppermint tea is a true tea.", f'"{EVIL} is tea."')
    topic = topic.replace("title: Tea\n", f'title: "{EVIL}"\n', 1)
    with visited(samples.write(tmp_path, tea=topic)) as visitor:
        row = next(row for row in visitor.until(1)["rows"] if row["key"] == "tea-herbs")
        sides = [visitor.get(f"card/tea-herbs/1/{side}.html").data for side in ("front", "back")]
        page = visitor.get("page/tea-herbs.html").data

    assert row["title"] == f"{EVIL} is tea."
    for shown in (*sides, page):
        assert b"<img" not in shown
        assert b"</template></title>" not in shown
    assert [side.count(b"</template>") for side in sides] == [1, 1]


def test_who_listens_is_told_when_the_bank_has_been_saved_and_what_it_says_now(tmp_path):
    bank = samples.write(tmp_path)
    with visited(bank) as visitor:
        visitor.until(1, 1)
        before = visitor.told("question/ship-name.json")["version"]
        others = visitor.told("question/tea-plant.json")["version"]
        with visitor.listening() as changes:
            assert next(changes) == {"snapshot": 1, "findings": 1}
            text = samples.TOPIC.replace(
                "Which clipper was launched in 1869", "Which ship was launched in 1869"
            )
            (bank / "tea.yaml").write_text(text, "utf-8")
            assert next(each for each in changes if each["snapshot"] == 2)
            about = visitor.told("question/ship-name.json")
            assert next(each for each in changes if each["findings"] == 2)

        assert about["version"] != before
        assert visitor.told("question/tea-plant.json")["version"] == others
        row = next(row for row in visitor.told("list.json")["rows"] if row["key"] == "ship-name")
        assert row["title"] == "Which ship was launched in 1869 to carry tea from China?"


def test_a_bank_with_a_picture_and_a_sound_shows_and_plays_them(tmp_path):
    from web_pages import rich_bank

    loaded = rich_bank(tmp_path)
    with visited(loaded.folder) as visitor:
        visitor.until(1)
        back = visitor.get("card/rich-response/1/front.html").data.decode()
        name = back.partition('data-sound="')[2].partition('"')[0]
        sound = visitor.get(f"card/rich-response/1/{name}")
        front = visitor.get("card/rich-choice/1/front.html").data.decode()
        picture = front.partition('<img src="')[2].partition('"')[0]
        shown = visitor.get(f"card/rich-choice/1/{picture}")

        assert (sound.status, sound.headers["Content-Type"]) == (200, "audio/mpeg")
        assert (shown.status, shown.headers["Content-Type"]) == (200, "image/png")
        assert visitor.get(f"card/rich-truth/1/{picture}").status == 404
        assert "<math" in front
        assert load_bank(loaded.folder).bank == loaded.bank
