"""Topics as they were read before: a bank that is read whenever it is saved need not read all of it anew."""

from __future__ import annotations

from pathlib import Path

from quizmill.bank.model import Topic
from quizmill.bank.reader import links
from quizmill.bank.reader.bank_file import BankFile
from quizmill.bank.reader.fault import Fault
from quizmill.bank.reader.origins import Origin
from quizmill.bank.reader.reading import Reading
from quizmill.bank.reader.text_file import read_text


class KeptTopics:
    """What the files held in which nothing was to be told; it holds as long as they say the same.

    Nothing is kept when the facts there are, or what bank.yaml says for all questions, become others.
    """

    def __init__(self) -> None:
        self._judged_by: object = None
        self._before: dict[str, tuple[str, Topic]] = {}  # text and topic by file
        self._now: dict[str, tuple[str, Topic]] = {}

    def begin(self, known: links.Known | None, head: BankFile) -> None:
        """Begin another reading; what the last one did not have is forgotten."""
        judged_by = (_of(known), head.language, head.compare)
        self._before = self._now if judged_by == self._judged_by else {}
        self._judged_by, self._now = judged_by, {}

    def has(self, file: str) -> bool:
        """Whether that file was kept, whatever it says now."""
        return file in self._before

    def recall(self, file: str, text: str) -> Topic | None:
        """The topic of a file that was kept, if it said the same."""
        said, topic = self._before[file]
        return topic if said == text else None

    def keep(self, file: str, text: str, topic: Topic) -> None:
        """The topic that the file holds, and nothing else."""
        self._now[file] = (text, topic)


def as_before(reading: Reading, folder: Path, path: Path, kept: KeptTopics) -> Topic | None:
    """The topic of a file that was read before and says the same; None where its ids are taken since then."""
    file = str(path)
    if not kept.has(file) or isinstance(text := read_text(folder, path), Fault):
        return None
    topic = kept.recall(file, text)
    if topic is None or any(each.id in reading.origins.questions for each in topic.questions):
        return None
    reading.origins.texts[file] = text
    reading.origins.topics[topic.id] = Origin(file)
    for number, question in enumerate(topic.questions):
        reading.origins.questions[question.id] = Origin(file, ("questions", number))
    kept.keep(file, text, topic)
    return topic


def _of(known: links.Known | None) -> object:
    """All that a judgement takes from there."""
    if known is None:
        return None
    return frozenset(known.facts), frozenset(known.half_read), known.complete, dict(known.drafts)
