"""The rules on sounds: there, whole, played on every device, and not too large to be shared."""

from __future__ import annotations

from pathlib import Path

import pytest

import samples
from quizmill.bank.load import load_bank
from quizmill.bank.sound import LARGEST
from quizmill.check import checked
from quizmill.check.cache import Cache
from quizmill.check.run import check
from quizmill.check.store import FileStore
from recordings import MP3, OGG, recorded

ASKED = "type: true_false, prompt: P, answer: true, facts: [tea-book/leaf]"


@pytest.fixture
def found(lint, tmp_path):
    """`found(rule, {file: data}, total)`: what the rule reports of questions that play these files."""

    def found(rule: str, sounds: dict[str, bytes | None], total: int = 1, more: str = "") -> list[str]:
        folder = tmp_path / "question_bank"
        folder.mkdir(exist_ok=True)
        for file, data in sounds.items():
            if data is not None:
                (folder / file).write_bytes(data)
        played = [*sounds, *[""] * (total - len(sounds))]
        questions = [
            f"- {{id: q{n}, {ASKED}"
            + (f", audio: {{file: '{file}', transcript: Tea}}{more}}}" if file else "}")
            for n, file in enumerate(played)
        ]
        return lint(rule, "\n".join(questions))

    return found


class TestMissing:
    def test_a_sound_that_is_not_there(self, found):
        assert found("audio-missing", {"tea.mp3": None}) == [
            'question_bank/t.yaml:3:95: error[audio-missing] there is no sound "tea.mp3"\n'
            "  help: its path is read from the folder of bank.yaml"
        ]

    @pytest.mark.parametrize("file", ["/etc/hostname", "../seeds/names.yaml", "C:/x.mp3", "a\\b"])
    def test_a_path_that_leads_out_of_the_bank(self, found, file):
        assert found("audio-missing", {file: None}) == [
            f'question_bank/t.yaml:3:95: error[audio-missing] the sound "{file}" lies outside the bank\n'
            "  help: put it into the bank's folder and name it from there, such as sounds/tea.mp3"
        ]

    def test_a_link_that_leads_out_of_the_bank(self, found, tmp_path: Path):
        (tmp_path / "question_bank").mkdir()
        (tmp_path / "secret.mp3").write_bytes(MP3)
        (tmp_path / "question_bank" / "a.mp3").symlink_to(tmp_path / "secret.mp3")

        assert len(found("audio-missing", {"a.mp3": None})) == 1

    def test_one_that_is_there(self, found):
        assert found("audio-missing", {"tea.mp3": MP3}) == []


class TestBroken:
    @pytest.mark.parametrize(
        ("file", "data", "told"),
        [
            ("tea.mp3", b"not a sound", "it is no sound, whatever its name says"),
            ("tea.mp3", b"", "it is empty"),
            ("tea.mp3", OGG, "it is an Ogg Vorbis, to be called .ogg or .oga"),
            ("tea.wav", recorded("tea.wav")[:-9], "it is cut short"),
            ("tea.mp3", MP3 + bytes(LARGEST), "it has more than 20 MB"),
        ],
    )
    def test_what_cannot_be_played(self, found, file, data, told):
        assert found("audio-broken", {file: data}) == [
            f'question_bank/t.yaml:3:95: error[audio-broken] the sound "{file}" cannot be played: {told}\n'
            "  help: play it in a browser to hear what it is, and save, name or fetch it anew"
        ]

    @pytest.mark.parametrize("name", ["tea.mp3", "tea.ogg", "tea.opus", "tea.wav", "tea.m4a", "tea.flac"])
    def test_what_can(self, found, name):
        assert found("audio-broken", {name: recorded(name)}) == []

    def test_one_that_is_not_there_is_told_by_another_rule(self, found):
        assert found("audio-broken", {"tea.mp3": None}) == []


class TestLarge:
    def test_more_than_two_megabytes(self, found):
        assert found("audio-large", {"tea.mp3": MP3 + bytes(3 * 2**20)}) == [
            'question_bank/t.yaml:3:95: warning[audio-large] the sound "tea.mp3" takes 3.0 MB\n'
            "  help: save it as MP3 with 64 kbit/s on one channel, or cut out what is asked about"
        ]

    def test_less(self, found):
        assert found("audio-large", {"tea.mp3": MP3 + bytes(2 * 2**20 - len(MP3))}) == []


class TestNotEverywhere:
    def test_an_ogg_and_older_iphones(self, found):
        assert found("audio-not-everywhere", {"tea.ogg": OGG}, total=9) == [
            'question_bank/t.yaml:3:95: warning[audio-not-everywhere] the sound "tea.ogg" is Ogg Vorbis, '
            "which AnkiMobile and Safari play only from iOS 18.4 and macOS 15.4 on\n"
            "  help: save it as MP3 or M4A; if nobody has such a device: allow: "
            "{audio-not-everywhere: not for iPhones}"
        ]

    def test_a_bank_of_them_is_told_once(self, found):
        assert found("audio-not-everywhere", {f"{n}.ogg": OGG for n in range(5)}, total=9) == [
            "question_bank/bank.yaml:1:1: advice[audio-not-everywhere] the sound of 5 of 9 questions is "
            "Ogg Vorbis, which AnkiMobile and Safari play only from iOS 18.4 and macOS 15.4 on: "
            '"0.ogg" is the first\n'
            "  help: save it as MP3 or M4A; if nobody has such a device, in bank.yaml: "
            "allow: {audio-not-everywhere: not for iPhones}"
        ]

    def test_what_all_play_and_what_none_does(self, found):
        assert found("audio-not-everywhere", {"tea.mp3": MP3, "x.mp3": OGG}, total=9) == []

    def test_it_can_be_allowed(self, found):
        more = ", allow: {audio-not-everywhere: not for iPhones}"

        assert found("audio-not-everywhere", {"tea.ogg": OGG}, total=9, more=more) == []


def test_what_is_heard_is_asked_about_so_the_prompt_need_not_name_it(lint, tmp_path):
    (tmp_path / "question_bank").mkdir()
    (tmp_path / "question_bank" / "tea.mp3").write_bytes(MP3)
    asked = (
        "- {id: q, type: short_answer, prompt: Which company was founded first?, answer: tea, "
        "facts: [tea-book/leaf]%s}"
    )
    heard = asked % ", audio: {file: tea.mp3, transcript: Green tea.}"

    assert lint("not-standalone", asked % "") != []
    assert lint("not-standalone", heard) == []


def test_two_that_ask_the_same_of_two_sounds_are_two(lint):
    asked = (
        "- {id: q%s, type: short_answer, prompt: Which tea is ordered?, answer: green tea, "
        "facts: [tea-book/leaf], audio: {file: %s.mp3, transcript: T}}"
    )

    assert lint("duplicate-item", "\n".join([asked % (1, "a"), asked % (2, "b")])) == []
    assert lint("duplicate-item", "\n".join([asked % (1, "a"), asked % (2, "a")])) != []


@pytest.mark.parametrize(
    ("file", "told"),
    [
        ("sounds/green-tea.mp3", True),
        ("green_tea/1.mp3", True),
        ("Green Tea.mp3", True),
        ("sounds/order-3.mp3", False),
        ("sounds/greentea.mp3", False),
    ],
)
def test_the_name_on_the_sheet_may_not_be_the_answer(lint, file, told):
    asked = (
        "- {id: q, type: short_answer, prompt: What does she order?, answer: green tea, "
        f"facts: [tea-book/leaf], audio: {{file: {file}, transcript: Green tea please.}}}}"
    )

    assert lint("answer-in-prompt", asked) == (
        [
            'question_bank/t.yaml:3:120: warning[answer-in-prompt] "green tea" can be read before it is '
            "answered\n  help: reword what is visible, or ask for something else"
        ]
        if told
        else []
    )


class TestKept:
    """What was found is kept until the file changes."""

    TOPIC = samples.TOPIC.replace("    marks: 2\n", "    audio: {file: tea.mp3, transcript: Tea}\n")

    def rules(self, bank: Path, cache: Path) -> list[str]:
        return [each.rule for each in checked.report(bank, None, cache) if each.rule.startswith("audio")]

    def test_a_report_holds_until_a_sound_changes(self, tmp_path: Path):
        bank, cache = samples.load(tmp_path, tea=self.TOPIC).folder, tmp_path / "cache"

        assert self.rules(bank, cache) == ["audio-missing"]
        (bank / "tea.mp3").write_bytes(OGG)
        assert self.rules(bank, cache) == ["audio-broken"]
        (bank / "tea.mp3").write_bytes(MP3)
        assert self.rules(bank, cache) == []

    def test_a_question_is_judged_anew_when_its_sound_has_changed(self, tmp_path: Path):
        bank = samples.load(tmp_path, tea=self.TOPIC).folder
        cache = Cache(FileStore(tmp_path / "cache", bank))
        for data, rules in ((OGG, ["audio-broken"]), (MP3, []), (b"", ["audio-broken"])):
            (bank / "tea.mp3").write_bytes(data)
            told = [each.rule for each in check(load_bank(bank), None, cache)]
            assert [rule for rule in told if rule.startswith("audio")] == rules
