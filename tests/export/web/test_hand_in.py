"""A page that is handed in knows nothing of what is right, however it is unfolded."""

from __future__ import annotations

import base64
import contextlib
import html
import json
import re
import zlib
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

import samples
from quizmill.app.hand_in import HandInWish, hand_in_pages
from quizmill.app.opening import open_for_writing
from quizmill.app.worksheets import class_set
from quizmill.bank.markup import plain
from quizmill.bank.model import (
    Audio,
    Cloze,
    Difficulty,
    Distractor,
    Essay,
    Image,
    Importance,
    Level,
    Matching,
    MultipleChoice,
    MultipleResponse,
    Numerical,
    Ordering,
    Point,
    ShortAnswer,
    TrueFalse,
)
from quizmill.classroom.class_set import hand_out
from quizmill.compose.exercise import Evidence, Exercise, key_of
from quizmill.compose.forms import forms
from quizmill.compose.paper import Paper
from quizmill.export.web.hand_in import posed, posed_forms
from quizmill.export.web.media import Media
from quizmill.export.web.questions import Asker
from quizmill.words import words_in
from recordings import MP3
from script_modules import in_node
from web_pages import unpacked

ROOT = Path(__file__).parents[3]

# --- what is right makes no difference --------------------------------------------------------------------

OPTIONS = ("Green", "Black", "White")
SHOWN = {"prompt": "Which *tea*?", "context": "In China.", "marks": 2}
ONE_WAY = {
    "id": "one",
    "explanation": "Since it is so.",
    "hint": "Think.",
    "tags": ("x",),
    "facts": ("s/1",),
    "difficulty": Difficulty.EASY,
    "level": Level.APPLY,
    "importance": Importance.CORE,
    "image": Image(file="nile.png", alt="A leaf"),
    "audio": Audio(file="green.mp3", transcript="green"),
}
ANOTHER = {
    **ONE_WAY,
    "id": "quite-another",
    "explanation": "No.",
    "hint": "",
    "tags": (),
    "facts": ("s/2", "s/3"),
    "difficulty": Difficulty.HARD,
    "importance": Importance.DETAIL,
    "image": Image(file="thames.png", alt="A leaf"),
    "audio": Audio(file="black.mp3", transcript="black"),
}


def choices(kind, right, **more):
    wrong = tuple(
        Distractor(text=each, why=f"{each}?" if "one" in more["id"] else "")
        for each in OPTIONS
        if each not in right
    )
    key = {"answers": right} if kind is MultipleResponse else {"answer": right[0]}
    return kind(**SHOWN, **more, **key, distractors=wrong), tuple(sorted(map(OPTIONS.index, right)))


PAIRS = {
    "multiple_choice": [
        choices(MultipleChoice, ("Green",), **ONE_WAY),
        choices(MultipleChoice, ("White",), **ANOTHER),
    ],
    "multiple_response": [
        choices(MultipleResponse, ("Green", "Black"), **ONE_WAY),
        choices(MultipleResponse, ("Black", "White"), **ANOTHER),
    ],
    "true_false": [
        (TrueFalse(**SHOWN, **ONE_WAY, answer=True), (0,)),
        (TrueFalse(**SHOWN, **ANOTHER, answer=False, correction="It is not."), (1,)),
    ],
    "short_answer": [
        (ShortAnswer(**SHOWN, **ONE_WAY, answer="Green", accept=("Verde",)), ()),
        (ShortAnswer(**SHOWN, **ANOTHER, answer="`a long line of code`"), ()),
    ],
    "numerical": [
        (Numerical(**SHOWN, **ONE_WAY, answer="4", unit="kg"), ()),
        (Numerical(**SHOWN, **ANOTHER, answer="2.5 million", tolerance="1 %", unit="kg"), ()),
    ],
    "cloze": [
        (Cloze(context="In China.", marks=2, **ONE_WAY, text="In {{1869}} the {{Cutty Sark|Sark}}."), ()),
        (
            Cloze(
                context="In China.", marks=2, **ANOTHER, text="In {{the summer of 2004}} the {{Thermopylae}}."
            ),
            (),
        ),
    ],
    "matching": [
        (Matching(**SHOWN, **ONE_WAY, pairs=(("a", "Green"), ("b", "Black")), extra=("White",)), (0, 1)),
        (Matching(**SHOWN, **ANOTHER, pairs=(("a", "White"), ("b", "Green")), extra=("Black",)), (2, 0)),
    ],
    "ordering": [
        (Ordering(**SHOWN, **ONE_WAY, sequence=("Black", "White", "Green")), (1, 2, 0)),
        (Ordering(**SHOWN, **ANOTHER, sequence=("White", "Green", "Black")), (2, 0, 1)),
    ],
    "essay": [
        (Essay(**SHOWN, **ONE_WAY, lines=4, points=(Point(point="Speed"),)), ()),
        (Essay(**SHOWN, **ANOTHER, lines=4, points=(Point(point="Cost"), Point(point="Taste"))), ()),
    ],
}


def known(question, key) -> str:
    """All that a page knows of the question, but for the fingerprint."""
    options = OPTIONS if key and not isinstance(question, TrueFalse) else ("True", "False") if key else ()
    evidence = Evidence(
        source="s", title="S", name="S", paragraph=len(question.id), says=f"It is {question.id}."
    )
    exercise = Exercise(
        question=question,
        topic=question.id,
        topic_title=question.id,
        evidence=(evidence,),
        options=options,
        key=key,
    )
    paper = Paper(title="T", namespace="n", seed=len(question.id), exercises=(exercise,))
    shown = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9"/></svg>'
    media = Media(
        dict.fromkeys(("nile.png", "thames.png"), shown), dict.fromkeys(("green.mp3", "black.mp3"), MP3)
    )
    words = words_in()
    questions = posed(paper, Asker(media, (question.id,), (), words), words)
    (form,) = posed_forms((paper,))
    return msgspec.json.encode([questions, replace(form, paper=""), media.urls]).decode()


@pytest.mark.parametrize("kind", PAIRS)
def test_whatever_is_right_the_page_is_the_same(kind):
    (one, key), (another, other_key) = PAIRS[kind]

    assert known(one, key) == known(another, other_key)


def test_what_a_picture_shows_is_told_unless_it_tells_more_than_the_question():
    def told(question, key=()):
        return re.findall('alt=\\\\"([^"]*)\\\\"', known(question, key))

    def with_alt(question, alt):
        return replace(question, image=Image(file="nile.png", alt=alt))

    ship, _ = PAIRS["short_answer"][0]
    tea, key = PAIRS["multiple_choice"][0]
    gaps, _ = PAIRS["cloze"][0]
    assert told(with_alt(ship, "A green-grey leaf")) == ["Picture"]
    assert told(with_alt(ship, "Té VERDE")) == ["Picture"]
    assert told(with_alt(ship, "Greenery & more")) == ["Greenery &amp; more"]
    assert told(with_alt(tea, "A cup of black tea"), key) == ["Picture"]
    assert told(with_alt(tea, "Cups of green, black and white tea"), key) == [
        "Cups of green, black and white tea"
    ]
    assert told(with_alt(gaps, "The Sark at sea")) == ["Picture"]


# --- the whole file, unfolded in every way -----------------------------------------------------------------


def unfolded(page: str) -> str:
    """The page, and whatever is hidden in it by a way of writing things down, one below the other.

    What is packed stands there as what it says alone: by chance two letters among its signs are a word.
    """
    packed = unpacked(page) if 'id="packed"' in page else []
    found, waiting = dict[str, None](), [re.sub('(?<=id="packed">)[^<]*', "", page), *packed]
    while waiting:
        text = waiting.pop()
        if text in found:
            continue
        found[text] = None
        waiting.append(html.unescape(text))
        waiting.append(re.sub(r"\\u([0-9a-fA-F]{4})", lambda sign: chr(int(sign[1], 16)), text))
        waiting += filter(None, (_decoded(64, run) for run in _BASE_64.findall(text)))
        waiting += filter(None, (_decoded(85, run) for run in _BASE_85.findall(text)))
    return "\n".join(found)


_BASE_64 = re.compile(r"[A-Za-z0-9+/]{40,}={0,2}")
_BASE_85 = re.compile(r"(?<=\">)[0-9A-Za-z!#$%&()*+\-;,=>?@^_`{|}~]{400,}")


def _decoded(base: int, run: str) -> str:
    """What a run of signs says, unpacked where it is packed; nothing where that is no text."""
    try:
        of_64 = base == 64
        data = base64.b64decode(run, validate=True) if of_64 else base64.b85decode(run.replace(",", "<"))
    except ValueError:
        return ""
    for wbits in (zlib.MAX_WBITS, -zlib.MAX_WBITS):
        with contextlib.suppress(zlib.error):
            return zlib.decompress(data, wbits).decode("utf-8", "replace")
    return data.decode("utf-8", "ignore") if base == 64 else ""


def secrets(exercise: Exercise) -> Iterator[str]:
    """What of a question nobody may find, as it is written and as it is read."""
    question = exercise.question
    texts = [question.id, question.explanation, question.hint, *question.facts, *question.tags]
    texts += [each.says for each in exercise.evidence]
    if not exercise.options:
        texts += [*key_of(question), *getattr(question, "accept", ())]
    texts += [getattr(question, "correction", "")]
    texts += [each.why for each in getattr(question, "distractors", ())]
    texts += [question.image.file] if question.image else []
    texts += [question.audio.file, question.audio.transcript] if question.audio else []
    for text in texts:
        yield from {text, plain(text), html.escape(text)}


def shown(papers: tuple[Paper, ...]) -> str:
    """What stands on the sheets, in which a secret may be as a word among others."""
    first = papers[0]
    texts = [first.title, first.license]
    for exercise in first.exercises:
        question = exercise.question
        texts += [exercise.prompt, question.context, *exercise.options]
        texts += [left for left, _ in getattr(question, "pairs", ())]
        texts += [getattr(question, "unit", ""), question.audio.credit if question.audio else ""]
        texts += [question.image.credit, question.image.alt] if question.image else []
    return "\n".join([*texts, *map(plain, texts)])


def phrases(text: str) -> set[tuple[str, ...]]:
    """All that stands in the text, up to four words together, however they are written."""
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[at : at + length]) for length in range(1, 5) for at in range(len(words))}


_LETTERS = re.compile(r"[^\W\d]{2}")  # figures alone may be places of questions


def begins(secret: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", secret.casefold())[:4])


@pytest.mark.parametrize(
    ("folder", "compressed"),
    [
        pytest.param(ROOT / "question_bank", True, marks=pytest.mark.proof),
        *((folder, at % 2 == 0) for at, folder in enumerate(sorted((ROOT / "examples").iterdir()))),
    ],
    ids=lambda value: value.name if isinstance(value, Path) else None,
)
def test_no_key_is_found_in_the_file_of_a_whole_bank(folder, compressed):
    loaded = open_for_writing(folder)
    papers = forms(loaded.bank, tuple(loaded.bank.questions()), seed=3, count=2)
    made = replace(class_set(loaded, papers), copies=hand_out(papers, ("Ann", "Bo")))
    empty = replace(made, papers=tuple(replace(each, exercises=each.exercises[:0]) for each in papers))
    wish = HandInWish(output=Path("quiz.html"), compressed=compressed)
    page = hand_in_pages(made, loaded, wish)[Path("quiz.html")].data.decode()
    without = hand_in_pages(empty, loaded, wish)[Path("quiz.html")].data.decode()  # the program's own words

    found = phrases(unfolded(page))
    allowed = phrases(shown(papers) + unfolded(without))

    hidden = {secret for each in papers[0].exercises for secret in secrets(each) if _LETTERS.search(secret)}
    looked_for = {secret for secret in hidden if begins(secret) not in allowed}
    assert len(looked_for) > 4 * len(papers[0].exercises)
    seen = [begins(plain(option)) for each in papers[0].exercises for option in each.options[:1]]
    assert sum(each in found for each in seen) > 0.7 * len(seen)  # what is there is found
    assert [secret for secret in looked_for if begins(secret) in found] == []


# --- the pages of a class ----------------------------------------------------------------------------


def data_of(page: bytes) -> dict:
    text = re.search(rb'id="data"[^>]*>([^<]*)<', page)[1]
    return json.loads(text)


@pytest.fixture
def sample(tmp_path):
    samples.write(tmp_path)
    return open_for_writing(tmp_path / "question_bank")


def pages(sample, students=(), count=1, **wish):
    papers = forms(sample.bank, tuple(sample.bank.questions()), seed=1, count=count)
    made = replace(class_set(sample, papers), copies=hand_out(papers, students) if students else ())
    how = HandInWish(output=Path("out/tea.html"), compressed=False, **wish)
    return made, {path.name: product.data for path, product in hand_in_pages(made, sample, how).items()}


def test_a_class_gets_one_page_with_all_names_or_one_each(sample):
    made, together = pages(sample, ("Ann", "Bo"), count=2, minutes=20, no_pause=True)
    _, apart = pages(sample, ("Ann", "Bo"), count=2, split=True)

    assert list(together) == ["tea.html", "tea.json"]
    told = data_of(together["tea.html"])["hand_in"]
    assert (told["names"], told["minutes"], told["no_pause"]) == ([["Ann", 0], ["Bo", 1]], 20, True)
    assert [form["paper"] for form in told["forms"]] == [paper.fingerprint for paper in made.papers]
    assert list(apart) == ["tea-1-Ann.html", "tea-2-Bo.html", "tea.json"]
    bo = data_of(apart["tea-2-Bo.html"])
    assert (bo["hand_in"]["name"], bo["form"], bo["paper"]) == ("Bo", "B", made.papers[1].fingerprint)
    assert b"Ann" not in apart["tea-2-Bo.html"]


def test_forms_without_a_roster_are_a_page_each(sample):
    assert list(pages(sample, count=2)[1]) == ["tea-A.html", "tea-B.html", "tea.json"]
    assert list(pages(sample)[1]) == ["tea.html", "tea.json"]


def test_the_page_poses_each_form_as_its_sheet_does(sample):
    made, found = pages(sample, ("Ann", "Bo", "Cy"), count=3)
    data = data_of(found["tea.html"])
    code = "return [0, 1, 2].map((place) => page.questionsOfForm(given, place))"

    (told,) = in_node("forms.js", code, data)

    for paper, questions in zip(made.papers, told, strict=True):
        assert [question["id"] for question in questions] == [str(n) for n in range(1, len(questions) + 1)]
        for exercise, question in zip(paper.exercises, questions, strict=True):
            assert question["kind"] == exercise.kind
            assert [html.unescape(each) for each in question.get("options", [])] == list(exercise.options)
