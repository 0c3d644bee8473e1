"""Whatever stands in the files, reading and checking end in diagnostics at places that exist."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import samples
from quizmill.bank.load import load_bank
from quizmill.bank.model import Bank, Distractor, MultipleChoice, ShortAnswer, TrueFalse
from quizmill.check.grounds import grounds_of
from quizmill.check.judging import Judge
from quizmill.check.report import as_github, as_json, as_text
from quizmill.check.run import check

ODD = st.sampled_from(
    [*"\t\n :#-[]{}&*!|>'\"%@`,?\\~\x00\x85\u2028é雷", "{{", "}}", "\n---\n", "  - ", "<<: ", "16,000"]
)
EDITS = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 30), ODD | st.text(max_size=3)), max_size=6)


def edited(text: str, edits: list[tuple[float, int, str]]) -> str:
    for where, cut, put in edits:
        at = int(where * len(text))
        text = text[:at] + put + text[at + cut :]
    return text.encode("utf-8", "replace").decode()


@settings(max_examples=60)
@given(EDITS, EDITS, EDITS, EDITS)
def test_a_damaged_bank_is_told_and_never_a_traceback(tmp_path_factory, topic, source, names, head):
    folder: Path = tmp_path_factory.mktemp("bank")
    bank = samples.write(
        folder,
        tea=edited(samples.TOPIC, topic),
        source=edited(samples.SOURCE, source),
        names=edited(samples.NAMES, names),
        bank=edited(samples.BANK, head),
    )
    (folder / "tea.txt").write_text("Leaves\nCamellia sinensis\n", encoding="utf-8")

    loaded = load_bank(bank)
    found = check(loaded, folder)

    assert all(report(found) for report in (as_text, as_json, as_github) if found)
    for diagnostic in found:
        lines = loaded.origins.texts.get(diagnostic.location.file, "").split("\n")
        assert diagnostic.location.line <= max(len(lines), 1)


LONG = 40_000  # characters; what takes ten milliseconds here takes hours where time grows with the square
FILLERS = [
    ". ",
    "I. ",
    "a ",
    "which is not ",
    "\n",
    "\t",
    "(",
    '"',
    "“",
    "1,",
    "$x ",
    "<b",
    "{{",
    "`",
    "*",
    "_",
    "é́",
    "if ",
]


@pytest.mark.parametrize("filler", FILLERS)
def test_long_texts_come_to_an_end(filler: str):
    text = filler * (LONG // len(filler)) + "x"
    grounds = grounds_of(Bank(title="B", namespace="b"), Path())
    wrong = (Distractor(text="y"), Distractor(text="z"))
    questions = (
        MultipleChoice(id="a", prompt=text, answer="x", distractors=wrong),
        MultipleChoice(id="b", prompt="Which?", answer=text, distractors=wrong),
        ShortAnswer(id="c", prompt="Which?", answer=text),
        TrueFalse(id="d", prompt=text, answer=True),
    )

    judged = Judge.of(lambda rule: True).judged(questions, grounds)

    assert set(judged) >= {"findings"}
