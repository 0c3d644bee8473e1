"""Other programs' files become a bank, and a second import updates it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

GIFT = """\
$CATEGORY: $course$/top/Tea

::leaf::From which plant is tea made?{=Camellia sinensis ~Ilex####One plant gives all tea.}

::ship::Which clipper carried tea?{=Cutty Sark####She stands in Greenwich.}

::sky::The sky is green.{F}

A text alone.
"""


@pytest.fixture
def gift(tmp_path: Path) -> Path:
    (tmp_path / "tea.gift").write_text(GIFT, encoding="utf-8")
    return tmp_path / "tea.gift"


def changed(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_file_becomes_a_bank(quizmill, gift, tmp_path):
    run = quizmill("import", "tea.gift", "--report", "report.json")

    assert run.returncode == 0
    assert run.stdout == "tea/bank.yaml\ntea/tea.yaml\ntea/.imported.json\nreport.json\n"
    assert run.stderr == (
        'lost    question: it has no answer in braces (line 9): "A text alone."\n'
        "note    answer: kept as a draft: a false statement needs its correction (sky)\n"
        "note    explanation: kept as a draft: the question has no explanation (sky)\n"
        "3 questions read, 1 kept as a draft\n"
        "`quizmill check --bank tea` says what is worth mending first\n"
    )
    assert (
        (tmp_path / "tea/tea.yaml").read_text(encoding="utf-8")
        == """\
title: Tea
questions:
  - id: leaf
    type: multiple_choice
    prompt: From which plant is tea made?
    answer: Camellia sinensis
    distractors: [Ilex]
    explanation: One plant gives all tea.
    origin:
      format: gift
      file: tea.gift
      id: leaf

  - id: ship
    type: short_answer
    prompt: Which clipper carried tea?
    answer: Cutty Sark
    explanation: She stands in Greenwich.
    origin:
      format: gift
      file: tea.gift
      id: ship

  - id: sky
    type: true_false
    prompt: The sky is green.
    answer: false
    origin:
      format: gift
      file: tea.gift
      id: sky
    state: draft
"""
    )
    assert [
        each["id"] for each in json.loads(quizmill("list", "--bank", "tea", "--format", "json").stdout)
    ] == [
        "leaf",
        "ship",
    ]
    assert [each["severity"] for each in json.loads((tmp_path / "report.json").read_bytes())] == [
        "lost",
        "note",
        "note",
    ]


def test_a_dry_run_says_what_would_be_lost_and_writes_nothing(quizmill, gift, tmp_path):
    run = quizmill("import", "tea.gift", "--dry-run", "--strict")

    assert run.returncode == 1
    assert run.stdout.startswith("lost    question: it has no answer in braces (line 9)")
    assert run.stderr == "3 questions read, 1 kept as a draft\n"
    assert [path.name for path in tmp_path.iterdir()] == ["tea.gift"]


def test_what_lacks_only_an_explanation_may_be_asked(quizmill, tmp_path):
    (tmp_path / "a.gift").write_text("::q::Is tea a plant?{T}", encoding="utf-8")

    assert quizmill("import", "a.gift", "--unexplained", "--strict").stderr.startswith("1 question read\n")


def test_a_dry_run_keeps_its_report(quizmill, gift, tmp_path):
    quizmill("import", "tea.gift", "--dry-run", "--report", "lost.json")

    assert sorted(path.name for path in tmp_path.iterdir()) == ["lost.json", "tea.gift"]
    assert json.loads((tmp_path / "lost.json").read_bytes())[0]["id"] == "line 9"


def test_what_is_told_of_one_of_several_files_names_it(quizmill, gift, tmp_path):
    text = f"{chr(10) * 8}A text alone.\n\n::wet::Is tea wet?{{T####It is.}}\n"
    (tmp_path / "more.gift").write_text(text)
    run = quizmill("import", "tea.gift", "more.gift", "--dry-run", "--report", "lost.json")
    lost = [each for each in json.loads((tmp_path / "lost.json").read_bytes()) if each["severity"] == "lost"]

    said = "question: it has no answer in braces (2 questions: tea.gift line 9, more.gift line 9)"
    assert run.stdout.splitlines()[0] == f"lost    {said}"
    assert [(each["file"], each["id"]) for each in lost] == [("tea.gift", "line 9"), ("more.gift", "line 9")]


def test_drafts_alone_are_told_what_to_do_with(quizmill, tmp_path):
    (tmp_path / "a.gift").write_text("::q::Is tea a plant?{T}", encoding="utf-8")
    run = quizmill("import", "a.gift")
    again = "quizmill import a.gift --into a --unexplained"

    assert run.stderr.splitlines()[-1] == (
        "drafts are asked nowhere: finish them in a/a.yaml and delete their `state: draft`, "
        f"or `{again}` asks those that lack only an explanation"
    )
    assert "finish one in a.yaml, and delete its `state: draft`" in quizmill("quiz", "--bank", "a").stderr
    assert quizmill(*again.split()[1:]).stderr.startswith("1 question read; 0 questions new, 1 changed\n")
    assert quizmill("list", "--bank", "a").returncode == 0


def test_standard_input_is_told_by_its_content(quizmill):
    run = quizmill("import", "-", "-o", "mine", typed=GIFT)

    assert run.stdout.splitlines()[0] == "mine/bank.yaml"


def test_standard_input_is_read_when_its_format_is_named(quizmill):
    run = quizmill("import", "-", "--from", "gift", "-o", "mine", typed=GIFT)

    assert run.stdout.splitlines()[0] == "mine/bank.yaml"
    assert (
        quizmill("import", "-", "--from", "gift", typed=GIFT).stdout.splitlines()[0] == "imported/bank.yaml"
    )


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["-"], 3, "standard input: this file is empty"),
        (
            ["https://example.org/a.gift"],
            2,
            "https://example.org/a.gift is an address, and nothing is fetched; download it and name the file",
        ),
        (["nothing.gift"], 3, "nothing.gift: this file cannot be read (No such file or directory)"),
        (
            ["tea.gift", "--into", "a", "-o", "b"],
            2,
            "-o makes a new bank and --into adds to one; leave one of them out",
        ),
        (["tea.gift", "--into", "a"], 3, "a: there is no such folder; `quizmill init` starts a bank"),
        (
            ["tea.gift", "--from", "csv"],
            3,
            "tea.gift: the first row must have the titles type, prompt and answer; --from table reads others",
        ),
        (
            ["none.gift"],
            3,
            "none.gift: there is no question in it that can be read as gift: it has no answer in braces",
        ),
        (["empty.gift"], 3, "empty.gift: this file is empty"),
        (["-", "--from", "gift"], 3, "standard input: this file is empty"),
        (["folder"], 3, "folder: this is a folder; name its files, as in folder/*"),
        (
            ["tea.gift", "folder/tea.gift"],
            2,
            "two files are called tea.gift; a question is known again by its file's name",
        ),
        (
            ["tea.gift", "-o", "."],
            3,
            ".: there is something here already; name a new folder, or add to a bank with --into",
        ),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(quizmill, gift, tmp_path, arguments, code, said):
    (tmp_path / "none.gift").write_text("::a text", encoding="utf-8")
    (tmp_path / "empty.gift").touch()
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder/tea.gift").write_bytes(gift.read_bytes())
    run = quizmill("import", *arguments)

    assert (run.returncode, run.stdout, run.stderr) == (code, "", f"quizmill: {said}\n")


def test_a_second_import_doubles_nothing_and_takes_what_changed(quizmill, gift, tmp_path):
    quizmill("import", "tea.gift")
    topic = tmp_path / "tea/tea.yaml"
    changed(topic, "title: Tea\n", "title: Tea  # mine\n")
    before = topic.read_text(encoding="utf-8")
    again = quizmill("import", "tea.gift", "--into", "tea")

    assert (again.returncode, again.stdout) == (0, "")
    assert again.stderr.splitlines()[-2] == "3 questions read, 1 kept as a draft; 0 questions new, 0 changed"

    changed(gift, "Cutty Sark", "Thermopylae")
    changed(gift, "A text alone.", "::new::Is tea hot?{T####It is.}")
    more = quizmill("import", "tea.gift", "--into", "tea")

    assert more.stderr.splitlines()[-2] == "4 questions read, 1 kept as a draft; 1 question new, 1 changed"
    assert topic.read_text(encoding="utf-8") == before.replace("Cutty Sark", "Thermopylae") + (
        "\n  - id: new\n    type: true_false\n    prompt: Is tea hot?\n    answer: true\n"
        "    explanation: It is.\n    origin:\n      format: gift\n      file: tea.gift\n      id: new\n"
    )


def test_line_ends_of_windows_stay_in_the_file_that_is_added_to(quizmill, gift, tmp_path):
    quizmill("import", "tea.gift")
    topic = tmp_path / "tea/tea.yaml"
    before = topic.read_bytes().replace(b"\n", b"\r\n")
    topic.write_bytes(before)
    changed(gift, "A text alone.", "::new::Is tea hot?{T####It is.}")
    run = quizmill("import", "tea.gift", "--into", "tea")
    after = topic.read_bytes()

    assert (run.returncode, after.startswith(before)) == (0, True)
    assert after.count(b"\n") == after.count(b"\r\n") == before.count(b"\n") + 10


def test_what_the_author_changed_stays_and_what_both_did_is_said(quizmill, gift, tmp_path):
    quizmill("import", "tea.gift")
    topic = tmp_path / "tea/tea.yaml"
    changed(topic, "One plant gives all tea.", "All tea is of one plant.")
    assert quizmill("import", "tea.gift", "--into", "tea").stdout == ""

    changed(gift, "One plant gives all tea.", "There is one plant.")
    run = quizmill("import", "tea.gift", "--into", "tea")
    said = "it differs here and in the file; the bank's stays (--prefer file takes the other) (leaf)"
    both = '"All tea is of one plant." → "There is one plant."'

    assert f"note    explanation: {said}: {both}\n" in run.stderr
    assert "All tea is of one plant." in topic.read_text(encoding="utf-8")
    quizmill("import", "tea.gift", "--into", "tea", "--prefer", "file")
    assert "explanation: There is one plant." in topic.read_text(encoding="utf-8")


def test_what_is_gone_from_the_file_or_of_another_kind_stays(quizmill, gift, tmp_path):
    quizmill("import", "tea.gift")
    changed(gift, "{=Cutty Sark####She stands in Greenwich.}", "{=Cutty Sark}")
    changed(gift, "{=Camellia sinensis ~Ilex####One", "{=Camellia sinensis####One")
    run = quizmill("import", "tea.gift", "--into", "tea")

    assert 'note    explanation: the file has it no longer; it stays here (ship): "She stands' in run.stderr
    assert (
        'note    type: it is of another kind here, and stays (leaf): "multiple_choice" → "short_ans'
        in run.stderr
    )
    assert run.stderr.splitlines()[-2].endswith("0 questions new, 0 changed")


def test_a_table_of_a_bank_comes_back_into_it(quizmill, bank, tmp_path):
    quizmill("export", "csv", "--bank", bank, "--seed", "1", "-o", "tea.csv")
    table = tmp_path / "tea.csv"
    changed(table, "The genus has a", "Its genus has a")
    run = quizmill("import", "tea.csv", "--into", bank)

    assert run.stderr.splitlines()[-2] == "9 questions read; 0 questions new, 1 changed"
    text = (tmp_path / bank / "tea.yaml").read_text(encoding="utf-8")
    assert "hint: Its genus has a Czech" in text
    assert "origin" not in text


def test_of_a_table_and_a_bank_that_were_both_changed_the_banks_stays(quizmill, bank, tmp_path):
    quizmill("export", "csv", "--bank", bank, "--seed", "1", "-o", "tea.csv")
    changed(tmp_path / "tea.csv", "The genus has a", "Its genus has a")
    changed(tmp_path / "tea.csv", "Which clipper", "What clipper")
    changed(tmp_path / bank / "tea.yaml", "The genus has a", "Her genus has a")
    run = quizmill("import", "tea.csv", "--into", bank)
    text = (tmp_path / bank / "tea.yaml").read_text(encoding="utf-8")

    assert "note    hint: it differs here and in the file; the bank's stays" in run.stderr
    assert run.stderr.splitlines()[-2] == "9 questions read; 0 questions new, 1 changed"
    assert "Her genus has a" in text
    assert "What clipper" in text


def test_pictures_among_the_options_come_back_as_they_were(quizmill, tmp_path):
    _pictured(tmp_path / "mine")
    quizmill("export", "csv", "--bank", "mine", "-o", "graph.csv")
    run = quizmill("import", "graph.csv", "--into", "mine", "--dry-run")

    assert "differs" not in run.stdout
    assert run.stderr == "1 question read; 0 questions new, 0 changed\n"


def _pictured(folder: Path) -> None:
    """A bank whose options are pictures, as an author writes them."""
    (folder / "images").mkdir(parents=True)
    options = []
    for name in ("up", "down", "flat"):
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>{name}</title></svg>'
        (folder / f"images/{name}.svg").write_text(svg)
        options.append(f'{{image: {{file: images/{name}.svg, alt: A line {name}, credit: "us, CC0"}}}}')
    (folder / "bank.yaml").write_text("title: Graphs\nnamespace: graphs-a1b2c3\n")
    (folder / "graphs.yaml").write_text(
        "title: Graphs\nquestions:\n  - id: graph\n    type: multiple_choice\n    prompt: Which one rises?\n"
        f"    answer: {options[0]}\n    distractors:\n      - {options[1]}\n      - {options[2]}\n"
        "    explanation: It goes up.\n"
    )


def test_an_id_that_another_question_has_is_not_taken_for_it(quizmill, bank, tmp_path):
    (tmp_path / "a.gift").write_text("::ship-name::How old is the moon?{=old####E}", encoding="utf-8")
    run = quizmill("import", "a.gift", "--into", bank)

    assert run.stderr.splitlines()[-2] == "1 question read, 1 kept as a draft; 1 question new, 0 changed"
    assert "id: how-old-is-the-moon-" in (tmp_path / bank / "a.yaml").read_text(encoding="utf-8")


def test_what_cannot_be_changed_at_its_place_is_told(quizmill, gift, tmp_path):
    quizmill("import", "tea.gift")
    (tmp_path / "tea/.imported.json").write_text("{", encoding="utf-8")
    run = quizmill("import", "tea.gift", "--into", "tea")

    assert run.returncode == 3
    assert "tea/.imported.json: this file of quizmill cannot be read (" in run.stderr


def test_a_bank_with_errors_is_not_added_to(quizmill, gift, tmp_path):
    quizmill("import", "tea.gift")
    changed(tmp_path / "tea/tea.yaml", "answer: Cutty Sark", "answers: Cutty Sark")
    run = quizmill("import", "tea.gift", "--into", "tea")

    assert run.returncode == 1
    assert "unknown field" in run.stderr


def test_the_columns_of_a_table_may_be_named(quizmill, tmp_path):
    (tmp_path / "a.csv").write_text("Was;Das;Weil\nP?;a;E\n", encoding="utf-8")
    named = ("--column", "prompt=Was", "--column", "answer=Das", "--column", "explanation=Weil")
    run = quizmill("import", "a.csv", *named)

    assert (run.returncode, run.stdout.splitlines()[0]) == (0, "a/bank.yaml")
    assert "answer: a\n    explanation: E\n" in (tmp_path / "a/a.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--column", "prompt"], '--column takes NAME=TITLE, as in prompt=Frage, not "prompt"'),
        (
            ["--column", "prompt=a", "--from", "gift"],
            "--column names the columns of other tables; gift has its own",
        ),
    ],
)
def test_columns_that_cannot_be_named_are_refused(quizmill, gift, arguments, said):
    run = quizmill("import", "tea.gift", *arguments)

    assert (run.returncode, run.stderr) == (2, f"quizmill: {said}\n")


def news(run) -> str:
    """What became of the questions, as an import says it."""
    return run.stderr.splitlines()[-2].partition("; ")[2]


TABLE = (
    "question,a,b,c,key,explanation\nWhich plant is tea?,Camellia,Ilex,Mentha,A,E\nHalf?,1/2,0.3,0.7,A,E\n"
)


def test_a_table_without_names_is_known_by_what_it_asks_or_answers(quizmill, tmp_path):
    table = tmp_path / "tea.csv"
    table.write_text(TABLE, encoding="utf-8")
    quizmill("import", "tea.csv")

    changed(table, "Which plant is tea?", "Of which plant is tea?")
    assert news(quizmill("import", "tea.csv", "--into", "tea")) == "0 questions new, 1 changed"
    changed(table, "Mentha", "Salvia")
    assert news(quizmill("import", "tea.csv", "--into", "tea")) == "0 questions new, 1 changed"
    text = (tmp_path / "tea/tea.yaml").read_text(encoding="utf-8")
    assert "prompt: Of which plant is tea?" in text
    assert "distractors: [Ilex, Salvia]" in text


def test_a_question_that_is_gone_from_the_file_is_named(quizmill, gift, tmp_path):
    quizmill("import", "tea.gift")
    gift.write_text(GIFT.partition("::ship::")[0], encoding="utf-8")
    run = quizmill("import", "tea.gift", "--into", "tea")

    assert (
        "note    question: the file has it no longer; it stays here (2 questions: ship, sky)\n" in run.stderr
    )


def test_a_file_that_has_another_name_now_is_known_again(quizmill, gift, tmp_path):
    quizmill("import", "tea.gift")
    gift.rename(tmp_path / "tea-2.gift")

    assert news(quizmill("import", "tea-2.gift", "--into", "tea")) == "0 questions new, 0 changed"


def test_the_first_question_of_another_file_is_another_question(quizmill, tmp_path):
    (tmp_path / "a.gift").write_text("::q1::Tea is a plant.{T####E}", encoding="utf-8")
    (tmp_path / "b.gift").write_text("::q1::Rum is a plant.{T####E}", encoding="utf-8")
    quizmill("import", "a.gift")

    assert news(quizmill("import", "b.gift", "--into", "a")) == "1 question new, 0 changed"
    again = quizmill("import", "a.gift", "b.gift", "--into", "a")
    assert news(again) == "0 questions new, 0 changed"
    assert "Tea is a plant." in (tmp_path / "a/a.yaml").read_text(encoding="utf-8")


def test_what_only_a_spreadsheet_has_changed_is_not_taken(quizmill, tmp_path):
    table = tmp_path / "tea.csv"
    table.write_text(TABLE, encoding="utf-8")
    quizmill("import", "tea.csv")
    changed(table, "1/2", "02. Jan")
    run = quizmill("import", "tea.csv", "--into", "tea")

    assert "note    answer: a spreadsheet has made a date of it: the bank's stays (" in run.stderr
    assert news(run) == "0 questions new, 0 changed"


def test_a_draft_that_the_file_has_finished_is_asked(quizmill, tmp_path):
    (tmp_path / "a.gift").write_text("::q1::Tea is a plant.{T}", encoding="utf-8")
    quizmill("import", "a.gift")
    topic = tmp_path / "a/a.yaml"
    assert "state: draft\n" in topic.read_text(encoding="utf-8")

    (tmp_path / "a.gift").write_text("::q1::Tea is a plant.{T####A shrub.}", encoding="utf-8")
    assert news(quizmill("import", "a.gift", "--into", "a")) == "0 questions new, 1 changed"
    assert "draft" not in topic.read_text(encoding="utf-8")
    assert quizmill("list", "--bank", "a").returncode == 0

    topic.write_text(topic.read_text(encoding="utf-8") + "    state: draft\n", encoding="utf-8")
    (tmp_path / "a.gift").write_text("::q1::Tea is a plant.{T####A bush.}", encoding="utf-8")
    quizmill("import", "a.gift", "--into", "a")
    assert "explanation: A bush.\n" in topic.read_text(encoding="utf-8")
    assert "state: draft\n" in topic.read_text(encoding="utf-8")


def test_a_file_that_has_a_title_and_no_topics_is_a_topic_of_that_title(quizmill, tmp_path):
    deck = '---\nname = "{}"\n---\nQ: Symbol of {}?\nA: {}\n'
    (tmp_path / "deck.md").write_text(deck.format("Chemistry", "gold", "Au"), encoding="utf-8")
    (tmp_path / "more.md").write_text(deck.format("Metals", "iron", "Fe"), encoding="utf-8")

    quizmill("import", "deck.md", "-o", "bank", "--unexplained")
    assert (tmp_path / "bank/chemistry.yaml").read_text(encoding="utf-8").startswith("title: Chemistry\n")
    quizmill("import", "more.md", "--into", "bank", "--unexplained")
    assert (tmp_path / "bank/metals.yaml").read_text(encoding="utf-8").startswith("title: Metals\n")


def test_the_file_of_a_new_topic_names_its_schema_where_the_bank_has_one(quizmill, gift, tmp_path):
    quizmill("init", "--empty", "own")
    run = quizmill("import", str(gift), "--into", "own")

    assert run.returncode == 0, run.stderr
    written = (tmp_path / "own/tea.yaml").read_text(encoding="utf-8")
    assert written.startswith("# yaml-language-server: $schema=.schemas/topic.json\ntitle: ")


def test_topics_of_the_file_that_the_bank_has_not_are_made(quizmill, bank, tmp_path):
    (tmp_path / "a.csv").write_text(
        "topic,question,answer,explanation\ntea,P?,a,E\nRum,Q?,b,E\n", encoding="utf-8"
    )
    run = quizmill("import", "a.csv", "--into", bank)

    assert news(run) == "2 questions new, 0 changed"
    assert "prompt: P?" in (tmp_path / bank / "tea.yaml").read_text(encoding="utf-8")
    assert (tmp_path / bank / "rum.yaml").read_text(encoding="utf-8").startswith("title: Rum\nquestions:\n")


def test_in_a_bank_with_seeds_what_names_no_facts_is_a_draft(quizmill, bank, tmp_path):
    source = "::moon::How old is the moon?{=old####E}\n\n::sun::How old is the sun?{=older}"
    (tmp_path / "sky.gift").write_text(source, encoding="utf-8")
    run = quizmill("import", "sky.gift", "--into", bank, "--unexplained")
    topic = tmp_path / bank / "sky.yaml"

    assert run.stderr == (
        "note    facts: kept as a draft: this bank has seeds; add `facts: [source/fact]`, what it rests on, "
        "and delete `state: draft` (2 questions: moon, sun)\n"
        "2 questions read, 2 kept as drafts; 2 questions new, 0 changed\n"
        f"drafts are asked nowhere: finish them in {bank}/sky.yaml and delete their `state: draft`\n"
    )
    assert topic.read_text(encoding="utf-8").count("state: draft") == 2
    assert quizmill("check", "--bank", bank).returncode == 0

    again = quizmill("import", "sky.gift", "--into", bank, "--unexplained")
    assert (again.stdout, news(again)) == ("", "0 questions new, 0 changed")


def test_what_was_finished_in_the_bank_is_not_called_a_draft_again(quizmill, bank, tmp_path):
    (tmp_path / "sky.gift").write_text("::moon::How old is the moon?{=old}", encoding="utf-8")
    quizmill("import", "sky.gift", "--into", bank)
    topic = tmp_path / bank / "sky.yaml"
    finished = "explanation: Look.\n    facts: [tea-book/leaf]"
    changed(topic, "state: draft", finished)
    run = quizmill("import", "sky.gift", "--into", bank)

    assert run.stderr.splitlines()[0] == "1 question read; 0 questions new, 0 changed"
    assert finished in topic.read_text(encoding="utf-8")
