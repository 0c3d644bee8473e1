"""What a topic has to be read before its questions are asked: `learn`."""

from __future__ import annotations

from pathlib import Path

import samples
from quizmill.bank.load import LoadedBank, load_bank
from quizmill.bank.model import Lesson
from quizmill.bank.write import topic_text
from quizmill.check.run import check

PLAIN = "title: B\nnamespace: b\n"
ASKED = "questions:\n  - id: a\n    type: true_false\n    prompt: P\n    answer: true\n"


def load(folder: Path, learn: str, bank: str = PLAIN) -> LoadedBank:
    return samples.load(folder, t=f"title: T\nlearn:\n{learn}{ASKED}", bank=bank)


def told(loaded: LoadedBank) -> list[str]:
    return [str(found).replace(f"{loaded.folder}/", "") for found in loaded.diagnostics]


def test_a_lesson_is_a_text_alone_or_with_its_facts(tmp_path: Path):
    loaded = load(
        tmp_path,
        "  - Tea is made from the leaves of one plant.\n"
        "  - text: |\n      She raced home:\n\n      - the Cutty Sark\n      - the Thermopylae\n"
        "    facts: [tea-book/clipper]\n",
        bank=f"{PLAIN}seeds: ../seeds\n",
    )
    (topic,) = loaded.bank.topics

    assert topic.learn == (
        Lesson(text="Tea is made from the leaves of one plant."),
        Lesson(text="She raced home:\n\n- the Cutty Sark\n- the Thermopylae", facts=("tea-book/clipper",)),
    )
    assert topic_text(topic).startswith(
        "title: T\nlearn:\n  - Tea is made from the leaves of one plant.\n  - text: "
    )


def test_in_a_bank_with_seeds_a_lesson_rests_on_facts_that_there_are(tmp_path: Path):
    learn = "  - Tea is old.\n  - {text: Tea is a leaf., facts: [tea-book/leef]}\n"

    assert [line for line in told(load(tmp_path, learn, f"{PLAIN}seeds: ../seeds\n")) if "t.yaml" in line][
        :2
    ] == [
        "t.yaml:3:5: warning[lesson-unfounded] this lesson names no facts\n"
        "  help: add `facts: [source/fact]`, what it rests on",
        't.yaml:4:36: error[dangling-fact] there is no fact "tea-book/leef"\n'
        '  help: did you mean "tea-book/leaf"?',
    ]


def test_in_a_bank_without_seeds_it_names_none(tmp_path: Path):
    bank = tmp_path / "bank"
    bank.mkdir()
    (bank / "bank.yaml").write_text(PLAIN)
    (bank / "t.yaml").write_text(f"title: T\nlearn:\n  - {{text: Tea., facts: [tea/leaf]}}\n{ASKED}")

    assert told(load_bank(bank)) == [
        "t.yaml:3:26: error[no-seeds] facts are named here, but this bank has no seeds\n"
        "  help: say in bank.yaml where they are: `seeds: …`; or leave `facts` out"
    ]


def test_faults_of_a_lesson_are_told_at_their_places(tmp_path: Path):
    learn = "  - {txt: Tea.}\n  - [Tea, Coffee]\n  - ''\n"

    assert told(load(tmp_path, learn)) == [
        't.yaml:3:6: error[unknown-field] unknown field "txt"\n  help: did you mean "text"?',
        "t.yaml:4:5: error[wrong-type] expected a mapping of fields, got a list of 2\n  help: write `…`",
        "t.yaml:5:5: error[empty] the text is empty\n  help: write it, or leave the field out",
    ]


def test_texts_of_lessons_are_checked_like_others(tmp_path: Path):
    loaded = load(tmp_path, "  - The energy is $E=mc^2$.\n  - 'So \\(\\href{x}{y}\\) it is.'\n")
    found = [str(each).replace(f"{loaded.folder}/", "").splitlines()[0] for each in check(loaded)]

    assert found[:2] == [
        't.yaml:3:5: warning[dollar-mathematics] "$E=mc^2$" is LaTeX, whose dollars would be shown',
        "t.yaml:4:5: error[mathematics-misread] in the formula \\href{x}{y}: "
        '"\\href" is no command that quizmill knows',
    ]
