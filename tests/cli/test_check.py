"""`quizmill check`: what of the findings is told, and how."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

import samples
from commands import environment, run_here

STATEMENTS = "title: Greens\nquestions:\n" + "".join(
    f"""\
  - id: green-{number}
    type: true_false
    prompt: Tea {letter} is a true tea.
    answer: true
    facts: [tea-book/leaf]
"""
    for number, letter in enumerate("ABCDEFGHIJKL", 1)
)
UNEXPLAINED = "explanation-missing"
Git = Callable[..., str]


def questions(run) -> list[str]:
    """The questions that a report in JSON names."""
    return list(dict.fromkeys(each["question"] for each in json.loads(run.stdout)))


@pytest.fixture
def greens(bank: Path, tmp_path: Path) -> Path:
    """The sample bank with a topic of twelve questions without an explanation."""
    (tmp_path / bank / "greens.yaml").write_text(STATEMENTS, encoding="utf-8")
    return bank


class TestReading:
    def test_a_bank_with_few_findings_is_read_one_by_one(self, quizmill, bank):
        run = quizmill("check", "--bank", bank)

        assert run.stdout == (
            'seeds/tea-book.yaml:1:1: warning[fingerprint-missing] "tea-book" has no fingerprint of its '
            "document\n"
            "  1 | id: tea-book\n"
            "    | ^\n"
            "  help: add `sha256: …`; `sha256sum FILE` prints it\n"
            "1 warning\n"
        )

    def test_what_many_questions_share_is_told_once(self, quizmill, greens):
        run = quizmill("check", "--bank", greens, "--rule", UNEXPLAINED)

        assert run.stdout == (
            "explanation-missing (warning): 12 questions; the first question_bank/greens.yaml:3:5 (green-1): "
            "the question has no explanation\n"
            "  3 |   - id: green-1\n"
            "    |     ^\n"
            "  help: add `explanation: …`, why the answer is right and what tempts people to others\n"
            "  `--rule explanation-missing -v` lists each\n"
            "12 warnings\n"
        )

    def test_or_for_each_when_asked(self, quizmill, greens):
        typed = quizmill("check", "--bank", greens, "--rule", UNEXPLAINED, "-v")
        around = quizmill("check", "--bank", greens, QUIZMILL_RULE=UNEXPLAINED, QUIZMILL_CHECK_VERBOSE="1")

        assert typed.stdout.count("warning[explanation-missing]") == 12
        assert typed.stdout == around.stdout

    def test_errors_come_first_then_warnings_then_advice(self, quizmill, greens, tmp_path):
        (tmp_path / greens / "zebra.yaml").write_text("title: Z\nquestion: []\n")
        told = quizmill("check", "--bank", greens, "-v").stdout
        severities = re.findall(r"^[\w/-]+\.yaml:\d+:\d+: (error|warning|advice)\[", told, re.MULTILINE)

        assert severities == sorted(severities, key=["error", "warning", "advice"].index)
        assert set(severities) == {"error", "warning", "advice"}

    def test_json_has_all_in_the_order_of_files(self, quizmill, greens):
        found = json.loads(quizmill("check", "--bank", greens, "--format", "json").stdout)
        places = [(each["file"], each["line"], each["column"]) for each in found]

        assert places == sorted(places)
        assert sum(each["rule"] == UNEXPLAINED for each in found) == 12


class TestRecords:
    def test_each_finding_says_what_it_is_in(self, quizmill, bank, tmp_path):
        samples.write(
            tmp_path,
            bank=samples.BANK + "colour: green\n",
            tea=samples.TOPIC.replace("answer: false", "answer: perhaps"),
            source=samples.SOURCE.replace("    kind: number\n", "    kind: sum\n") + "theme: tea\n",
            names="names:\n  - {name: Cutty Sark, sort: ship}\n",
        )
        (tmp_path / bank / "sub").mkdir()
        (tmp_path / bank / "sub" / "old.yml").write_text("")
        found = json.loads(quizmill("check", "--bank", bank, "--format", "json").stdout)

        assert {each["record"] for each in found if each["severity"] == "error"} == {
            "file bank.yaml",
            "file ../seeds/names.yaml",
            "file sub/old.yml",
            "source tea-book",
            "fact tea-book/cargo",
            "question tea-herbs",
        }

    def test_wherever_the_bank_is_seen_from(self, quizmill, greens, tmp_path):
        def records(bank: Path) -> list[str]:
            found = json.loads(quizmill("check", "--bank", bank, "--format", "json").stdout)
            return [each["record"] for each in found]

        assert (
            records(greens) == records(tmp_path / greens) == records(Path("question_bank/../question_bank"))
        )


class TestChoosing:
    def test_by_topic(self, quizmill, greens):
        run = quizmill("check", "--bank", greens, "--topic", "greens", "--format", "json")

        assert questions(run) == [f"green-{number}" for number in range(1, 13)]
        assert quizmill("check", "--bank", greens, "--topic", "tea").stdout == "nothing found\n"

    def test_a_topic_has_what_is_wrong_with_its_file_and_with_what_cannot_be_asked(
        self, quizmill, bank, tmp_path
    ):
        (tmp_path / bank / "sub").mkdir()
        (tmp_path / bank / "sub" / "odd.yaml").write_text(
            "title: Odd\ncolour: green\nquestions:\n"
            "  - {id: broken, type: essay}\n"
            "  - {id: begun, type: essay, state: draft}\n"
        )
        run = quizmill("check", "--bank", bank, "--topic", "sub-odd", "--format", "json")
        found = [(each["record"], each["rule"]) for each in json.loads(run.stdout)]

        assert ("file sub/odd.yaml", "unknown-field") in found
        assert ("question broken", "missing-field") in found
        assert ("question begun", "draft") in found
        assert {each["file"] for each in json.loads(run.stdout)} == {"question_bank/sub/odd.yaml"}

    def test_by_id_also_one_of_former_times(self, quizmill, greens, tmp_path):
        topic = tmp_path / greens / "greens.yaml"
        topic.write_text(STATEMENTS.replace("  - id: green-7\n", "  - id: seven\n    formerly: green-7\n"))

        for id in ("seven", "green-7"):
            assert questions(quizmill("check", "--bank", greens, "--id", id, "--format", "json")) == ["seven"]
        run = quizmill("check", "--bank", greens, "--id", "green-3", "--id", "green-1", "--format", "json")
        assert questions(run) == ["green-1", "green-3"]

    def test_by_id_one_that_cannot_be_asked(self, quizmill, bank, tmp_path):
        (tmp_path / bank / "odd.yaml").write_text("title: Odd\nquestions:\n  - {id: broken, type: essay}\n")
        run = quizmill("check", "--bank", bank, "--id", "broken")

        assert run.returncode == 1
        assert run.stdout.endswith("errors\n")

    def test_by_rule_and_by_all_of_them_together(self, quizmill, greens):
        run = quizmill(
            *("check", "--bank", greens, "--format", "json"),
            *("--rule", UNEXPLAINED, "--topic", "greens", "--id", "green-2"),
        )

        assert [(each["question"], each["rule"]) for each in json.loads(run.stdout)] == [
            ("green-2", UNEXPLAINED)
        ]

    @pytest.mark.parametrize(
        ("option", "name", "help"),
        [
            ("topic", "grens", 'did you mean "greens"?'),
            ("topic", "xyz", "it must be one of greens, tea"),
            ("id", "green-13", 'did you mean "green-1"?'),
            ("rule", "explanation-mising", 'did you mean "explanation-missing"?'),
        ],
    )
    def test_a_name_that_nobody_knows(self, quizmill, greens, option, name, help):
        run = quizmill("check", "--bank", greens, f"--{option}", name)

        assert (run.returncode, run.stdout) == (2, "")
        assert run.stderr == f'quizmill: --{option}: there is no {option} "{name}"; {help}\n'

    def test_a_rule_that_finds_nothing_is_known(self, quizmill, bank):
        assert quizmill("check", "--bank", bank, "--rule", "key-longest").stdout == "nothing found\n"

    def test_the_exit_code_judges_what_is_shown(self, quizmill, greens, tmp_path):
        (tmp_path / greens / "odd.yaml").write_text("title: Odd\nquestions:\n  - {id: broken, type: essay}\n")

        def code(*arguments: str) -> int:
            return quizmill("check", "--bank", greens, *arguments).returncode

        assert code() == code("--topic", "odd") == 1
        assert code("--topic", "greens") == code("--topic", "tea", "--strict") == 0
        assert code("--topic", "greens", "--strict") == 1

    def test_what_is_kept_serves_every_choice(self, quizmill, greens):
        whole = quizmill("check", "--bank", greens).stdout
        quizmill("check", "--bank", greens, "--id", "green-1")

        assert quizmill("check", "--bank", greens).stdout == whole

    def test_the_shell_completes_topics_ids_and_rules(self, quizmill, greens):
        def offered(line: str) -> str:
            return quizmill(
                _QUIZMILL_COMPLETE="bash_complete",
                COMP_WORDS=line,
                COMP_CWORD=str(len(line.split()) - 1),
                QUIZMILL_BANK=str(greens),
            ).stdout

        assert offered("quizmill check --topic g") == "plain,greens\n"
        assert offered("quizmill quiz --id ship-n") == "plain,ship-name\n"
        assert offered("quizmill check --rule explanation-m") == "plain,explanation-missing\n"

    def test_completing_says_nothing_and_survives_a_broken_bank(self, quizmill, tmp_path):
        (tmp_path / "bank.yaml").write_text("title: [")
        run = quizmill(_QUIZMILL_COMPLETE="bash_complete", COMP_WORDS="quizmill check --id x", COMP_CWORD="3")

        assert (run.stdout.strip(), run.stderr) == ("", "")


class TestBaseline:
    @pytest.fixture
    def baseline(self, quizmill, greens, tmp_path) -> Path:
        report = quizmill("check", "--bank", greens, "--format", "json").stdout
        (tmp_path / "known.json").write_text(report, encoding="utf-8")
        return Path("known.json")

    def test_what_it_has_is_left_out_and_counted(self, quizmill, greens, baseline, tmp_path):
        known = len(json.loads((tmp_path / baseline).read_text()))
        run = quizmill("check", "--bank", greens, "--baseline", baseline, "--strict")

        assert (run.returncode, run.stderr) == (0, "")
        assert run.stdout == f"nothing found; {known} known from known.json\n"

    def test_an_edit_elsewhere_brings_nothing_back(self, quizmill, greens, baseline, tmp_path):
        topic = tmp_path / greens / "greens.yaml"
        topic.write_text(
            "# new\n\n" + STATEMENTS + STATEMENTS.partition("questions:\n")[2].replace("green-", "more-")
        )
        run = quizmill("check", "--bank", tmp_path / greens, "--baseline", baseline, "--rule", UNEXPLAINED)

        assert run.stdout.startswith("explanation-missing (warning): 12 questions; the first ")
        assert "(more-1)" in run.stdout
        assert run.stdout.endswith("12 warnings; 12 known from known.json\n")

    def test_what_is_no_longer_found_can_be_dropped(self, quizmill, greens, baseline, tmp_path):
        topic = tmp_path / greens / "greens.yaml"
        topic.write_text(
            STATEMENTS.replace("    answer: true\n", "    answer: true\n    explanation: So it is.\n", 2)
        )
        run = quizmill("check", "--bank", greens, "--baseline", baseline)

        assert run.stderr == (
            "note: known.json has 2 findings that are no longer found, and can be dropped from it: "
            "explanation-missing in question green-1 and explanation-missing in question green-2\n"
        )

    def test_what_needs_the_documents_is_not_missed_without_them(self, quizmill, bank, tmp_path):
        (tmp_path / "documents").mkdir()
        whole = quizmill("check", "--bank", bank, "--documents", "documents", "--format", "json")
        (tmp_path / "known.json").write_text(whole.stdout)

        assert "document-missing" in whole.stdout
        assert quizmill("check", "--bank", bank, "--baseline", "known.json").stderr == ""

    def test_other_formats_are_told_on_the_side(self, quizmill, greens, baseline):
        run = quizmill(
            "check", "--bank", greens, "--baseline", baseline, "--rule", UNEXPLAINED, "--format", "github"
        )

        assert (run.stdout, run.stderr) == ("", "note: 12 known from known.json\n")

    def test_a_file_that_is_none_is_refused(self, quizmill, bank):
        for file, said in (
            ("nowhere.json", "nowhere.json: this baseline cannot be read (No such file or directory)"),
            (bank, "question_bank: this baseline cannot be read (Is a directory)"),
            (
                bank / "tea.yaml",
                "question_bank/tea.yaml: this is no report that `quizmill check --format json`",
            ),
        ):
            run = quizmill("check", "--bank", bank, "--baseline", file)

            assert (run.returncode, run.stdout) == (3, "")
            assert run.stderr.startswith(f"quizmill: {said}")


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not here")
class TestSince:
    @pytest.fixture
    def git(self, tmp_path) -> Git:
        def run(*arguments: str) -> str:
            named = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
            around = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
            return subprocess.run(
                ["git", "-C", str(tmp_path), *named, *arguments],
                check=True,
                text=True,
                capture_output=True,
                env=around,
            ).stdout

        return run

    @pytest.fixture
    def released(self, greens, git) -> Path:
        git("init", "-q")
        git("add", ".")
        git("commit", "-qm", "A bank")
        return greens

    @pytest.fixture
    def since(self, quizmill, released):
        """Runs `check --since …` and gives the questions in which something is found."""

        def run(revision: str = "HEAD", **env: str) -> list[str]:
            done = quizmill(
                "check",
                "--bank",
                released,
                "--since",
                revision,
                "--rule",
                UNEXPLAINED,
                "--format",
                "json",
                **env,
            )
            assert done.stderr == ""
            return questions(done)

        return run

    def test_nothing_has_changed(self, since):
        assert since() == []

    def test_a_question_that_was_reworded(self, since, released, tmp_path, git):
        topic = tmp_path / released / "greens.yaml"
        topic.write_text(STATEMENTS.replace("Tea C is", "Tea C was"))

        assert since() == ["green-3"]
        git("commit", "-qam", "Reword")
        assert (since("HEAD"), since("HEAD~1"), since("@~1")) == (
            [],
            ["green-3"],
            ["green-3"],
        )

    def test_one_that_moved_does_not_count(self, since, released, tmp_path):
        head, *entries = STATEMENTS.split("  - id: ")
        topic = tmp_path / released / "greens.yaml"
        topic.write_text("# turned round\n" + "  - id: ".join([head, *reversed(entries[:6])]))
        (tmp_path / released / "sub").mkdir()
        (tmp_path / released / "sub" / "more.yaml").write_text("  - id: ".join([head, *entries[6:]]))

        assert since() == []

    def test_a_new_file_that_nobody_has_added_yet(self, since, released, tmp_path):
        (tmp_path / released / "more.yaml").write_text(STATEMENTS.replace("green-", "more-"))

        assert since() == [f"more-{number}" for number in range(1, 13)]

    def test_facts_and_sources_that_changed(self, quizmill, released, tmp_path):
        def records() -> set[str]:
            run = quizmill("check", "--bank", released, "--since", "HEAD", "--format", "json")
            return {each["record"] for each in json.loads(run.stdout)}

        seeds = tmp_path / "seeds" / "tea-book.yaml"
        seeds.write_text(samples.SOURCE.replace("    about: cutty-sark/launch\n", ""))
        assert records() == {"fact tea-book/clipper"}
        seeds.write_text(samples.SOURCE.replace("A Short Book of Tea", "A Long Book of Tea"))
        assert records() == {"source tea-book"}

    def test_seeds_that_moved(self, quizmill, released, tmp_path):
        (tmp_path / "seeds").rename(tmp_path / "facts")
        (tmp_path / released / "bank.yaml").write_text(samples.BANK.replace("../seeds", "../facts"))
        run = quizmill("check", "--bank", released, "--since", "HEAD", "--format", "json")

        assert run.stderr == "note: facts was not in HEAD, so all of it counts as changed\n"
        assert {each["record"] for each in json.loads(run.stdout)} == {"file bank.yaml"}

    @pytest.mark.parametrize("seeds", ["/", "../..", '"a\\0b"', ".", "question_bank", "''", "[a]"])
    def test_seeds_that_were_nowhere(self, quizmill, released, git, tmp_path, seeds):
        (tmp_path / released / "bank.yaml").write_text(samples.BANK.replace("../seeds", seeds))
        git("commit", "-qam", "Lose the seeds")
        (tmp_path / released / "bank.yaml").write_text(samples.BANK)
        run = quizmill("check", "--bank", released, "--since", "HEAD", "--format", "json")

        assert {each["record"] for each in json.loads(run.stdout)} == {"file bank.yaml"}

    def test_from_within_the_bank(self, released, tmp_path, cache):
        (tmp_path / released / "greens.yaml").write_text(STATEMENTS.replace("Tea C is", "Tea C was"))
        run = run_here(
            ["check", "--since", "HEAD", "--rule", UNEXPLAINED], "", tmp_path / released, environment(cache)
        )

        assert run.stdout.endswith("1 warning\n")

    def test_a_file_that_cannot_be_read_counts(self, quizmill, released, tmp_path):
        (tmp_path / released / "tea.yaml").write_bytes(b"title: T\xff")
        run = quizmill("check", "--bank", released, "--since", "HEAD")

        assert run.returncode == 1
        assert "question_bank/tea.yaml:1:9: error[not-utf-8]" in run.stdout

    def test_within_a_hook_of_git(self, quizmill, released, tmp_path):
        (tmp_path / released / "greens.yaml").write_text(STATEMENTS.replace("Tea C is", "Tea C was"))
        run = quizmill(
            *("check", "--bank", tmp_path / released, "--since", "HEAD", "--rule", UNEXPLAINED),
            GIT_DIR=".git",
            GIT_INDEX_FILE=".git/index",
            GIT_WORK_TREE="/nowhere",
        )

        assert run.stdout.endswith("1 warning\n")

    def test_line_ends_of_another_system_change_nothing(self, since, released, tmp_path):
        (tmp_path / released / "greens.yaml").write_bytes(STATEMENTS.replace("\n", "\r\n").encode())

        assert since() == []

    def test_nothing_of_the_repository_is_run(self, since, released, tmp_path, git):
        """Neither a pager, nor a hook, a filter, a monitor of files, a helper or an alias."""
        trap = f"touch {tmp_path / 'sprung'};"
        ways = "core.pager pager.ls-tree pager.cat-file core.fsmonitor filter.x.smudge filter.x.clean"
        for name in (*ways.split(), "diff.x.textconv", "core.sshCommand", "credential.helper"):
            git("config", name, trap)
        for name in ("rev-parse", "ls-tree", "cat-file"):
            git("config", f"alias.{name}", f"!{trap}")
        (tmp_path / ".gitattributes").write_text("*.yaml filter=x diff=x export-ignore\n")
        (tmp_path / released / "greens.yaml").write_text(STATEMENTS.replace("Tea C is", "Tea C was"))

        assert since(GIT_PAGER=trap, PAGER=trap) == ["green-3"]
        assert not (tmp_path / "sprung").exists()

    @pytest.mark.parametrize(
        "revision", ["nope", "--help", "-v", "--output=x", "^HEAD", "HEAD:seeds", "HEAD..HEAD", ""]
    )
    def test_a_revision_that_is_none(self, quizmill, released, revision, tmp_path):
        run = quizmill("check", "--bank", released, f"--since={revision}")

        assert (run.returncode, run.stdout) == (2, "")
        assert run.stderr == (
            f'quizmill: --since: there is no revision "{revision}"; `git log --oneline` lists them\n'
        )
        assert not (tmp_path / "x").exists()

    def test_nothing_is_fetched(self, quizmill, released, git, tmp_path):
        (tmp_path / released / "greens.yaml").write_text(STATEMENTS.replace("Tea C is", "Tea C was"))
        git("commit", "-qam", "Reword")
        git("config", "uploadpack.allowFilter", "true")
        git("clone", "-q", "--filter=blob:none", f"file://{tmp_path}", "clone")
        git("-C", "clone", "config", "remote.origin.uploadpack", f"touch {tmp_path / 'sprung'};")
        run = quizmill("check", "--bank", "clone/question_bank", "--since", "HEAD~1")

        assert run.returncode == 3
        assert run.stderr.startswith("quizmill: --since: git does not read this repository (")
        assert not (tmp_path / "sprung").exists()

    def test_a_shallow_clone_lacks_revisions(self, quizmill, released, git, tmp_path):
        git("commit", "-qm", "Empty", "--allow-empty")
        git("clone", "-q", "--depth=1", f"file://{tmp_path}", "clone")
        run = quizmill("check", "--bank", "clone/question_bank", "--since", "HEAD~1")

        assert run.stderr == (
            'quizmill: --since: there is no revision "HEAD~1"; this clone is shallow, and '
            "`git fetch --unshallow` brings what it lacks\n"
        )

    def test_without_a_repository(self, quizmill, bank):
        run = quizmill("check", "--bank", bank, "--since", "HEAD", GIT_CEILING_DIRECTORIES=str(Path.cwd()))

        assert (run.returncode, run.stdout) == (2, "")
        assert run.stderr == "quizmill: --since: question_bank is in no git repository\n"

    def test_without_git(self, quizmill, bank):
        run = quizmill("check", "--bank", bank, "--since", "HEAD", PATH="/nowhere")

        assert (run.returncode, run.stdout) == (3, "")
        assert run.stderr == (
            "quizmill: --since: git does not run here (No such file or directory); install it\n"
        )

    def test_a_repository_that_git_does_not_read(self, quizmill, released, tmp_path):
        (tmp_path / ".git" / "config").write_text("[core\n")
        run = quizmill("check", "--bank", released, "--since", "HEAD")

        assert (run.returncode, run.stdout) == (3, "")
        assert run.stderr.startswith(
            "quizmill: --since: git does not read this repository (bad config line 1"
        )

    def test_a_bank_that_was_not_there(self, quizmill, released, tmp_path):
        shutil.copytree(tmp_path / released, tmp_path / "new" / "bank")
        (tmp_path / "new" / "bank" / "bank.yaml").write_text(samples.BANK.replace("../seeds", "../../seeds"))
        run = quizmill(
            "check", "--bank", "new/bank", "--since", "HEAD", "--rule", UNEXPLAINED, "--format", "json"
        )

        assert run.stderr == "note: new/bank was not in HEAD, so all of it counts as changed\n"
        assert len(questions(run)) == 12

    def test_a_folder_that_is_none(self, quizmill):
        run = quizmill("check", "--bank", "nowhere", "--since", "HEAD")

        assert run.stderr == "quizmill: nowhere: there is no such folder; `quizmill init` starts a bank\n"


class TestHostileNames:
    """What is said in a job on GitHub holds no command that a file's name or an argument has brought."""

    NAME = "a\n::error::b\r::stop-commands::c\x1b[31m\x9b1m\u202e##[add-mask]tea"

    @pytest.mark.parametrize("form", ["text", "json", "github"])
    def test_of_a_folder_and_its_files(self, quizmill, tmp_path, form):
        folder = tmp_path / self.NAME
        (folder / "sub").mkdir(parents=True)
        (folder / "bank.yaml").write_text("title: T\nnamespace: t\nseeds: nowhere\n")
        (folder / "sub" / f"{self.NAME}.yml").write_text("")
        (folder / f"{self.NAME}.yaml").write_text("title: '##[error]x'\nquestions: '::error::y'\n")
        for arguments in (
            ["--bank", folder],
            ["--bank", folder, "--baseline", folder / "sub"],
            ["--bank", folder, "--since", self.NAME],
            ["--bank", folder, "--topic", self.NAME],
            ["--bank", folder, "--documents", folder / "none"],
            ["--bank", folder / "none"],
        ):
            self.is_harmless(quizmill("check", *arguments, "--format", form))

    def test_of_where_the_command_runs(self, tmp_path, cache):
        folder = tmp_path / self.NAME
        folder.mkdir()
        (folder / "bank.yaml").write_text("title: T\nnamespace: t\n")
        for command in ("check", "list"):
            self.is_harmless(run_here([command], "", folder, environment(cache)))

    @pytest.mark.parametrize("arguments", [[NAME], [f"--{NAME}"], ["--format", NAME], ["--rule", NAME]])
    def test_of_what_is_typed(self, quizmill, bank, arguments):
        self.is_harmless(quizmill("check", "--bank", bank, *arguments))

    def is_harmless(self, run) -> None:
        assert not set("\x1b\x9b\u202e\r") & set(run.stdout + run.stderr)
        assert "##[" not in run.stdout + run.stderr
        commands = [line for line in run.stdout.splitlines() if line.lstrip().startswith("::")]
        assert [
            line
            for line in commands
            if not line.startswith(("::error file=", "::warning file=", "::notice file="))
        ] == []
        assert not [line for line in run.stderr.splitlines() if line.lstrip().startswith("::")]
