"""Starting a bank of one's own, and what an editor is told about its files."""

from __future__ import annotations

import json
import re
import shlex

import pytest
import yaml

from commands import environment, run_here
from quizmill.app.init import EXAMPLES
from quizmill.bank.default import shipped
from quizmill.bank.model import KINDS


@pytest.fixture
def started(quizmill):
    """What `quizmill init` said."""
    run = quizmill("init", "mine")
    assert run.returncode == 0
    return run


def test_init_writes_a_bank_with_all_nine_kinds(quizmill, started):
    listed = json.loads(quizmill("list", "--bank", "mine", "--format", "json").stdout)

    assert sorted(each["type"] for each in listed) == sorted(KINDS)


def test_the_bank_that_init_writes_has_nothing_wrong_with_it(quizmill, started):
    run = quizmill("check", "--bank", "mine", "--strict")

    assert (run.returncode, run.stdout) == (0, "nothing found\n")


def test_the_last_lines_of_init_are_commands_that_work(quizmill, started):
    commands = re.findall(r"^  quizmill (.*?)(?:  |$)", started.stderr, re.MULTILINE)

    assert len(commands) == 2
    for command in commands:
        assert quizmill(*shlex.split(command)).returncode == 0


def test_the_readme_that_init_writes_has_commands_that_work(started, tmp_path, cache):
    text = (tmp_path / "mine" / "README.md").read_text()
    commands = re.findall(r"^quizmill ([^#\n]*)", text, re.MULTILINE)

    assert len(commands) == 5
    for command in commands:
        run = run_here(shlex.split(command), "", tmp_path / "mine", environment(cache))
        assert (run.returncode, run.stderr.splitlines()[0]) == (0, f"bank: {tmp_path / 'mine'}")


class TestEmpty:
    def test_it_has_the_places_and_no_question(self, quizmill, tmp_path):
        run = quizmill("init", "--empty", "mine", "--bare")
        schemas = ("bank", "names", "source", "topic")

        assert run.stdout.splitlines() == [
            *(f"mine/.schemas/{name}.json" for name in schemas),
            *("mine/README.md", "mine/bank.yaml", "mine/documents/README.md", "mine/seeds/README.md"),
        ]
        assert run.stderr == (
            "\nThis bank has no questions yet. Next, one of:\n"
            "  quizmill document add FILE --bank mine                      makes facts of a document\n"
            "  quizmill new multiple_choice --topic NAME --bank mine       begins a question\n"
            "  mine/README.md tells how to go on\n"
        )
        head = yaml.safe_load((tmp_path / "mine/bank.yaml").read_text())
        assert re.fullmatch("mine-[0-9a-f]{6}", head["namespace"])

    def test_check_tells_what_to_do(self, quizmill):
        quizmill("init", "--empty", "mine")
        run = quizmill("check", "--bank", "mine")

        assert run.returncode == 1
        assert run.stdout == (
            "mine/bank.yaml:3:1: error[empty-bank] this bank has no questions yet\n"
            "  3 | title: My bank\n"
            "    | ^\n"
            "  help: `quizmill document add FILE` makes facts of a document to ask about, `quizmill new "
            "multiple_choice --topic NAME` begins a question\n"
            "1 error\n"
        )

    def test_a_document_and_a_question_fill_it(self, quizmill, tmp_path):
        quizmill("init", "--empty", "mine")
        (tmp_path / "tea.txt").write_text("In 1610 James Lind brought tea to Amsterdam.\n")

        assert quizmill("document", "add", "tea.txt", "--bank", "mine").returncode == 0
        assert (
            "  help: finish some facts of its documents; then `quizmill new --from all` proposes questions\n"
            in quizmill("check", "--bank", "mine").stdout
        )
        assert quizmill("new", "true_false", "--topic", "tea", "--bank", "mine").returncode == 0

    def test_no_example_goes_with_it(self, quizmill):
        run = quizmill("init", "--empty", "--example", "physics")

        assert (run.returncode, run.stderr) == (
            2,
            "quizmill: --empty starts without an example: leave one of --example and --empty out\n",
        )


def test_no_two_banks_share_a_namespace(quizmill, tmp_path):
    for folder in ("Über Tea!", "one/tea", "two/tea", "茶"):
        quizmill("init", folder)
    found = [
        yaml.safe_load((tmp_path / folder / "bank.yaml").read_text())["namespace"]
        for folder in ("Über Tea!", "one/tea", "two/tea", "茶")
    ]

    assert [re.sub("-[0-9a-f]{6}$", "-#", namespace) for namespace in found] == [
        "uber-tea-#",
        "tea-#",
        "tea-#",
        "bank-#",
    ]
    assert found[1] != found[2]


def test_init_overwrites_nothing(quizmill, started, tmp_path):
    (tmp_path / "mine" / "moon.yaml").write_text("mine now")
    again = quizmill("init", "mine")
    (tmp_path / "mine" / "bank.yaml").unlink()
    run = quizmill("init", "mine")

    assert (again.returncode, run.returncode) == (3, 3)
    assert again.stderr == (
        "quizmill: mine: there is a bank here already; --extras adds what a team needs, else name a new "
        "folder\n"
    )
    assert run.stderr == (
        "quizmill: mine: there is something here already; name a folder that is new or empty\n"
    )
    assert (tmp_path / "mine" / "moon.yaml").read_text() == "mine now"


def test_the_examples_are_those_that_come_with_the_project():
    assert sorted(each.name for each in shipped("examples").iterdir()) == sorted(EXAMPLES)


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_is_a_bank_of_ones_own_with_nothing_wrong_with_it(quizmill, tmp_path, example):
    run = quizmill("init", "--example", example)
    bank = f"my-{example}"
    listed = json.loads(quizmill("list", "--bank", bank, "--format", "json").stdout)
    checked = quizmill("check", "--bank", bank, "--strict")

    assert run.returncode == 0
    assert (len(listed), {each["type"] for each in listed}) == (25, set(KINDS))
    assert (checked.returncode, "error[" in checked.stdout, "warning[" in checked.stdout) == (0, False, False)
    head = yaml.safe_load((tmp_path / bank / "bank.yaml").read_text())
    assert re.fullmatch(f"my-{example}-[0-9a-f]{{6}}", head["namespace"])
    for path in (tmp_path / bank).glob("*.yaml"):
        name = path.read_text().splitlines()[0].removeprefix("# yaml-language-server: $schema=")
        json.loads((tmp_path / bank / name).read_text())


def test_init_without_a_name_makes_my_bank(quizmill, tmp_path):
    quizmill("init")

    assert (tmp_path / "my-bank" / "bank.yaml").is_file()


def test_every_file_of_the_new_bank_names_a_schema_that_is_there(started, tmp_path):
    for path in (tmp_path / "mine").rglob("*.yaml"):
        first = path.read_text().splitlines()[0]
        name = first.removeprefix("# yaml-language-server: $schema=")
        json.loads((path.parent / name).read_text())


@pytest.mark.parametrize("name", ["topic", "bank", "source", "names"])
def test_there_is_a_schema_for_each_kind_of_file(quizmill, name):
    schema = json.loads(quizmill("schema", "--for", name).stdout)

    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_the_new_bank_fits_its_schemas(started, tmp_path):
    """With the judge everybody uses, where it is installed."""
    jsonschema = pytest.importorskip("jsonschema")
    for path in (tmp_path / "mine").rglob("*.yaml"):
        text = path.read_text()
        schema = json.loads((path.parent / text.splitlines()[0].partition("$schema=")[2]).read_text())
        jsonschema.validate(json.loads(json.dumps(yaml.safe_load(text), default=str)), schema)


def test_the_topic_schema_takes_what_yaml_authors_write(quizmill):
    definitions = json.loads(quizmill("schema").stdout)["$defs"]

    assert definitions["Distractor"]["anyOf"][0] == {
        "type": ["string", "number", "boolean"],
        "pattern": "\\S",
        "description": "The option as it is shown.",
    }
    assert "id" not in definitions["Topic"]["properties"]
    assert definitions["Topic"]["required"] == ["title"]
    assert definitions["MultipleChoice"]["properties"]["image"]["$ref"] == "#/$defs/Image"


def test_the_bank_schema_takes_what_only_reading_a_bank_needs(quizmill):
    schema = json.loads(quizmill("schema", "--for", "bank").stdout)
    properties = schema["$defs"][schema["$ref"].rpartition("/")[2]]["properties"]

    assert properties["order"]["items"] == {"type": ["string", "number", "boolean"], "pattern": "\\S"}
    assert properties["seeds"]["type"] == ["string", "number", "boolean"]
    assert {"topics", "sources", "names"} & set(properties) == set()
