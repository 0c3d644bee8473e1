"""A question's sound on the screen: a key plays it, another shows what is said, and leaving it is silent."""

from __future__ import annotations

import samples
from quizmill.study.sitting import Mode

SPOKEN = samples.TOPIC.replace(
    "    prompt: From which plant is *every* true tea made?\n",
    "    prompt: From which plant is *every* true tea made?\n"
    "    audio: {file: tea.mp3, transcript: A *green* tea please., credit: Ann}\n",
).replace(
    "    prompt: Which clipper",
    "    audio: {file: ship.mp3, transcript: The sea.}\n    prompt: Which clipper",
)


class Loudspeaker:
    """Notes what it is asked for."""

    def __init__(self, *, broken: bool = False) -> None:
        self.broken = broken
        self.did: list[str] = []

    def play(self, file: str) -> bool:
        self.did.append(f"play {file}")
        return not self.broken

    def stop(self) -> None:
        self.did.append("stop")


def test_a_key_plays_it_and_what_is_said_comes_with_the_answer(sit):
    speaker = Loudspeaker()

    async def story(learner):
        shown = await learner.seen()
        assert "[Sound]" in shown
        assert "l listen  w what is said" in shown
        assert "green tea" not in shown
        shown = await learner.press("l")
        assert "Playing; l begins again, w shows what is said." in shown
        assert speaker.did[-1:] == ["play tea.mp3"]
        shown = await learner.press("a")
        assert "Heard:  A green tea please." in shown
        assert "        Ann" in shown
        assert "l listen" in shown
        assert "w what is said" not in shown
        await learner.press("l")
        assert speaker.did[-2:] == ["play tea.mp3", "play tea.mp3"]
        await learner.press("enter")
        assert speaker.did[-1] == "stop"

    sit(story, "tea-plant", "tea-true", topics={"tea": SPOKEN}, speaker=speaker)


def test_what_is_said_can_be_read_before_and_costs_nothing(sit):
    async def story(learner):
        shown = await learner.press("w")
        assert "Heard:  A green tea please." in shown
        assert "Right: 1 of 1 mark." in await learner.press("a")

    sit(story, "tea-plant", topics={"tea": SPOKEN}, speaker=Loudspeaker())


def test_where_nothing_can_play_it_the_same_key_shows_what_is_said(sit):
    async def story(learner):
        shown = await learner.press("l")
        assert "It cannot be played here; w, or l once more, shows what is said." in shown
        assert "green tea" not in shown
        assert "Heard:  A green tea please." in await learner.press("l")

    sit(story, "tea-plant", topics={"tea": SPOKEN}, speaker=Loudspeaker(broken=True))


def test_where_letters_are_typed_other_keys_do_it(sit):
    speaker = Loudspeaker()

    async def story(learner):
        assert "F7 listen  F10 what is said" in await learner.seen()
        shown = await learner.press("l w f7")
        assert "Playing; F7 begins again, F10 shows what is said." in shown
        assert speaker.did[-1] == "play ship.mp3"
        shown = await learner.press("f10")
        assert "Heard:  The sea." in shown
        assert "lw" in shown

    sit(story, "ship-name", topics={"tea": SPOKEN}, speaker=speaker)


def test_a_question_without_one_says_so(sit):
    async def story(learner):
        shown = await learner.seen()
        assert "[Sound]" not in shown
        assert "listen" not in shown
        assert "This question has no sound." in await learner.press("l")
        assert "This question has no sound." in await learner.press("w")

    sit(story, "tea-true", topics={"tea": SPOKEN})


def test_in_an_exam_too_and_its_end_is_silent(sit):
    speaker = Loudspeaker()

    async def story(learner):
        await learner.press("l a")
        assert speaker.did == ["play tea.mp3", "stop"]
        await learner.press("h")
        assert "green tea" not in await learner.seen()

    sit(story, "tea-plant", mode=Mode.EXAM, topics={"tea": SPOKEN}, speaker=speaker)


def test_the_page_of_keys_names_both(sit):
    async def story(learner):
        shown = await learner.press("f1 pagedown")
        assert "listen: play the sound from its beginning" in " ".join(shown.split())

    sit(story, "tea-plant", topics={"tea": SPOKEN})
