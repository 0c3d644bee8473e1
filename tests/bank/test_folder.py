"""Which files belong to a bank, and what is refused when a stranger has laid them out."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import samples
from quizmill.bank.files import TooLarge, Unread, read_inside
from quizmill.bank.load import LoadedBank, load_bank

BANK = "title: B\nnamespace: b\nseeds: ../seeds\n"
needs_links = pytest.mark.skipif(
    os.name == "nt", reason="Windows lets few users make links, and has no pipes"
)


def topic(id: str) -> str:
    entry = f"{{id: {id}, type: true_false, prompt: P, answer: true, facts: [tea-book/leaf]}}"
    return f"title: T\nquestions:\n  - {entry}\n"


def load(folder: Path, *topics: str, bank: str = BANK) -> LoadedBank:
    """A bank with a topic in each of the files *topics*, whose one question is called after it."""
    written = samples.write(folder, bank=bank, first=topic("first"))
    for name in topics:
        path = written / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(topic("-".join(path.relative_to(written).with_suffix("").parts)), encoding="utf-8")
    return load_bank(written)


def told(loaded: LoadedBank) -> list[str]:
    parent = loaded.folder.parent
    return [str(found).replace(f"{parent}/", "") for found in loaded.diagnostics]


def ids(loaded: LoadedBank) -> list[str]:
    return [each.id for each in loaded.bank.topics]


class TestFolders:
    def test_a_topic_in_a_folder_is_called_after_both(self, tmp_path: Path):
        loaded = load(tmp_path, "a/b.yaml", "a/c/d.yaml", "z.yaml")

        assert told(loaded) == []
        assert ids(loaded) == ["a-b", "a-c-d", "first", "z"]
        assert [question.id for _, question in loaded.bank.questions()] == ids(loaded)

    def test_two_files_of_one_name_are_an_error(self, tmp_path: Path):
        loaded = load(tmp_path, "a/b.yaml", "a-b.yaml")

        assert ids(loaded) == ["a-b", "first"]
        assert told(loaded) == [
            'question_bank/a-b.yaml:1:1: error[duplicate-topic] a/b.yaml is the topic "a-b" already\n'
            "  help: rename one of the two"
        ]

    def test_the_order_of_topics_names_them_by_their_ids(self, tmp_path: Path):
        loaded = load(tmp_path, "a/b.yaml", "c.yaml", bank=BANK + "order: [c, a-b]\n")

        assert (told(loaded), ids(loaded)) == ([], ["c", "a-b", "first"])

    @pytest.mark.parametrize(
        "name",
        [".hidden.yaml", ".git/a.yaml", "a/.b/c.yaml", "#t.yaml#", "t.yaml~", ".t.yaml.swp", "t.yaml.bak"],
    )
    def test_what_an_editor_leaves_and_dot_names_are_not_read(self, tmp_path: Path, name: str):
        loaded = load(tmp_path, name)

        assert (told(loaded), ids(loaded)) == ([], ["first"])

    @pytest.mark.parametrize("seeds", ["facts", "./facts/", "data/facts"])
    def test_the_folder_of_the_seeds_has_no_topics(self, tmp_path: Path, seeds: str):
        folder = samples.write(tmp_path, bank=f"title: B\nnamespace: b\nseeds: {seeds}\n", first=topic("a"))
        (folder / seeds).parent.mkdir(exist_ok=True)
        (tmp_path / "seeds").rename(folder / seeds)

        loaded = load_bank(folder)
        assert (told(loaded), ids(loaded)) == ([], ["first"])
        assert [source.id for source in loaded.bank.sources] == ["tea-book"]

    def test_a_folder_with_a_bank_of_its_own_is_left_to_that(self, tmp_path: Path):
        loaded = load(tmp_path, "other/bank.yaml", "other/t.yaml", "other/more/u.yaml", "mine/t.yaml")

        assert (told(loaded), ids(loaded)) == ([], ["first", "mine-t"])

    @pytest.mark.parametrize("name", ["t.yml", "a/t.YAML", "a/b/t.Yml"])
    def test_another_ending_is_told_wherever_it_is(self, tmp_path: Path, name: str):
        assert told(load(tmp_path, name)) == [
            f"question_bank/{name}:1:1: error[bad-file-name] this file is not read\n"
            "  help: rename it to end in .yaml, the one ending that is read"
        ]

    def test_a_folder_whose_name_makes_no_id(self, tmp_path: Path):
        assert told(load(tmp_path, "Week 1/tea.yaml"))[0] == (
            'question_bank/Week 1/tea.yaml:1:1: error[bad-form] "Week 1/tea.yaml" makes no id for the topic\n'
            "  help: rename it to week-1/tea.yaml: lower-case letters and digits, parted by single hyphens"
        )

    @pytest.mark.parametrize(
        ("name", "to"),
        [
            ("My Topic.yaml", "my-topic.yaml"),
            ("Été/The_Tea.yaml", "ete/the-tea.yaml"),
            ("茶.yaml", "one such as tea.yaml"),
        ],
    )
    def test_a_file_whose_name_makes_no_id(self, tmp_path: Path, name: str, to: str):
        assert told(load(tmp_path, name))[0] == (
            f'question_bank/{name}:1:1: error[bad-form] "{name}" makes no id for the topic\n'
            f"  help: rename it to {to}: lower-case letters and digits, parted by single hyphens"
        )

    @pytest.mark.parametrize("text", ["title: E\n", "title: E\nquestions:\n", "title: E\nquestions: []\n"])
    def test_a_topic_without_questions(self, tmp_path: Path, text: str):
        bank = samples.write(tmp_path, first=topic("first"), t=text)

        assert told(load_bank(bank)) == [
            "question_bank/t.yaml:1:1: advice[empty-topic] this topic has no questions\n"
            "  help: write them below `questions:`, each begins with `- id: …`; or delete the file"
        ]

    @pytest.mark.parametrize(
        "text", ["title: E\nquestions: [{id: d, state: draft}]\n", "title: E\nquestion: []\n", "- a\n"]
    )
    def test_a_topic_with_a_draft_or_an_error_is_not_told_to_be_empty(self, tmp_path: Path, text: str):
        bank = samples.write(tmp_path, first=topic("first"), t=text)

        assert "empty-topic" not in {found.rule for found in load_bank(bank).diagnostics}

    def test_seeds_have_no_dot_names_either(self, tmp_path: Path):
        folder = samples.write(tmp_path, first=topic("a"))
        (tmp_path / "seeds" / ".#tea-book.yaml").write_text("half written", encoding="utf-8")

        assert told(load_bank(folder)) == []

    def test_folders_hundreds_deep_are_read(self, tmp_path: Path):
        path = samples.write(tmp_path, bank=BANK, first=topic("first"))
        for _ in range(300):
            path /= "a"
            path.mkdir()
        (path / "t.yaml").write_text(topic("t"), encoding="utf-8")
        loaded = load_bank(tmp_path / "question_bank")

        assert (told(loaded), ids(loaded)) == ([], ["a-" * 300 + "t", "first"])


class TestMisplacedSeeds:
    """Source and names files are known by their fields, and never taken for topics."""

    FACTLESS = "title: T\nquestions:\n  - {id: a, type: true_false, prompt: P, answer: true}\n"

    def told(self, folder: Path, seeds: str, *, facts: bool = False, into: str = "facts") -> list[str]:
        bank = f"title: B\nnamespace: b\n{seeds}"
        written = samples.write(folder, bank=bank, first=topic("first") if facts else self.FACTLESS)
        (folder / "seeds").rename(written / into)
        return told(load_bank(written))

    def folder_told(self, line: int) -> str:
        return (
            f"question_bank/bank.yaml:{line}: error[misplaced-seeds] facts/ holds seeds, and `seeds` does "
            "not name it\n  help: write `seeds: facts`; or, for a bank without evidence, delete the folder "
            "or move it elsewhere"
        )

    def test_a_folder_of_them_is_told_once(self, tmp_path: Path):
        assert self.told(tmp_path, "") == [self.folder_told("1:1")]

    def test_a_question_that_names_facts_is_told_which_folder(self, tmp_path: Path):
        assert self.told(tmp_path, "", facts=True) == [
            self.folder_told("1:1"),
            "question_bank/first.yaml:3:68: error[no-seeds] facts are named here, but this bank has no "
            "seeds\n  help: say in bank.yaml where they are: `seeds: facts`; or leave `facts` out",
        ]

    def test_a_wrong_name_of_theirs_is_told_with_the_right_one(self, tmp_path: Path):
        assert self.told(tmp_path, "seeds: fatcs\n") == [self.folder_told("3:8")]

    def test_nothing_is_said_of_them_while_the_line_that_names_them_may_be_broken(self, tmp_path: Path):
        assert [line.partition("]")[0] for line in self.told(tmp_path, "seed: facts\n")] == [
            "question_bank/bank.yaml:3:1: error[unknown-field"
        ]

    @pytest.mark.parametrize("seeds", ["seeds: ../seeds\n", ""])
    def test_one_file_beside_the_topics(self, tmp_path: Path, seeds: str):
        bank = f"title: B\nnamespace: b\n{seeds}"
        written = samples.write(tmp_path, bank=bank, first=topic("first") if seeds else self.FACTLESS)
        (written / "more.yaml").write_text("id: more\ntitle: M\nfacts: []\n", encoding="utf-8")

        to = (
            "../seeds"
            if seeds
            else "a folder of its own, such as seeds, and write `seeds: seeds` in bank.yaml"
        )
        assert told(load_bank(written)) == [
            "question_bank/more.yaml:1:1: error[misplaced-seeds] this is a file of the seeds, and no topic\n"
            f"  help: move it to {to}"
        ]


@needs_links
class TestHostile:
    """One diagnostic each, and at once; the other topics are read."""

    def told(self, folder: Path) -> list[str]:
        loaded = load(folder)
        assert ids(loaded)[0] == "first"
        return [line.replace(str(folder), "…") for line in told(loaded)]

    def bank(self, folder: Path) -> Path:
        return samples.write(folder, bank=BANK, first=topic("first"))

    OUT = "  help: put the file itself there: links out are not followed"

    def test_a_device_that_never_ends(self, tmp_path: Path):
        (self.bank(tmp_path) / "t.yaml").symlink_to("/dev/zero")

        assert self.told(tmp_path) == [
            f"question_bank/t.yaml:1:1: error[unreadable] the file leads out of question_bank\n{self.OUT}"
        ]

    def test_a_pipe_that_never_begins(self, tmp_path: Path):
        os.mkfifo(self.bank(tmp_path) / "t.yaml")

        assert self.told(tmp_path) == [
            "question_bank/t.yaml:1:1: error[unreadable] the file is no regular file\n"
            "  help: delete it, or put the file itself there"
        ]

    def test_a_link_out_of_the_bank_and_one_out_of_the_seeds(self, tmp_path: Path):
        (tmp_path / "secret.yaml").write_text(topic("secret"), encoding="utf-8")
        (self.bank(tmp_path) / "t.yaml").symlink_to("../secret.yaml")
        (tmp_path / "seeds" / "t.yaml").symlink_to("../secret.yaml")

        assert self.told(tmp_path) == [
            f"question_bank/t.yaml:1:1: error[unreadable] the file leads out of question_bank\n{self.OUT}",
            f"seeds/t.yaml:1:1: error[unreadable] the file leads out of seeds\n{self.OUT}",
        ]

    def test_a_link_inside_the_bank_is_a_file_of_the_bank(self, tmp_path: Path):
        bank = self.bank(tmp_path)
        (bank / "t.txt").write_text(topic("t"), encoding="utf-8")
        (bank / "t.yaml").symlink_to("t.txt")

        assert (self.told(tmp_path), ids(load_bank(bank))) == ([], ["first", "t"])

    def test_links_in_a_circle_and_to_nowhere(self, tmp_path: Path):
        bank = self.bank(tmp_path)
        (bank / "a.yaml").symlink_to("b.yaml")
        (bank / "b.yaml").symlink_to("a.yaml")
        (bank / "c.yaml").symlink_to("none.yaml")

        loaded = load_bank(bank)
        assert [found.rule for found in loaded.diagnostics] == ["unreadable"] * 3
        assert ids(loaded) == ["a", "b", "c", "first"]

    def test_links_to_folders_are_not_followed(self, tmp_path: Path):
        bank = self.bank(tmp_path)
        (bank / "self").symlink_to(".")
        (bank / "pictures").symlink_to("/")

        assert self.told(tmp_path) == [
            "question_bank/self:1:1: warning[linked-folder] this is a link to a folder, and links are not "
            "followed\n  help: put the folder itself here, or give the bank's files another place"
        ]

    def test_a_bank_file_that_is_no_file(self, tmp_path: Path):
        bank = self.bank(tmp_path)
        (bank / "bank.yaml").unlink()
        os.mkfifo(bank / "bank.yaml")

        assert [line.partition("\n")[0] for line in told(load_bank(bank))] == [
            "question_bank/bank.yaml:1:1: error[unreadable] the file is no regular file"
        ]

    @pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
    def test_a_folder_that_may_not_be_read(self, tmp_path: Path):
        bank = self.bank(tmp_path)
        (bank / "locked").mkdir(mode=0)

        assert self.told(tmp_path) == [
            "question_bank/locked:1:1: error[unreadable] the folder cannot be read: Permission denied\n"
            "  help: check its permissions"
        ]


class TestReading:
    def test_no_more_is_read_than_is_wanted(self, tmp_path: Path):
        path = tmp_path / "a"
        path.write_bytes(b"x" * 2**20)
        assert read_inside(tmp_path, path, 2**20) == b"x" * 2**20

        path.write_bytes(b"x" * (2**20 + 1))
        with pytest.raises(TooLarge, match=r"^has more than 1 MB$"):
            read_inside(tmp_path, path, 2**20)

    def test_a_folder_is_no_file(self, tmp_path: Path):
        with pytest.raises(Unread, match=r"^cannot be read: Is a directory$"):
            read_inside(tmp_path.parent, tmp_path)

    def test_a_file_that_is_not_there(self, tmp_path: Path):
        with pytest.raises(Unread, match=rf"^is not in {tmp_path}$"):
            read_inside(tmp_path, tmp_path / "none")
