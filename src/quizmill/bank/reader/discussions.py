"""The discussions of bank.yaml: each is about essays that there are."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from quizmill.bank.closest import nearest
from quizmill.bank.model import Bank, Essay
from quizmill.bank.reader.fault import Fault


def discussion_faults(bank: Bank, written: Collection[str]) -> Iterator[Fault]:
    """What the discussions name that is no essay, or name again; *written* are the ids of broken ones too."""
    essays = [question.id for _, question in bank.questions() if isinstance(question, Essay)]
    sound = {question.id for _, question in bank.questions()}
    drafts = {draft.id for draft in bank.drafts}
    seen: set[str] = set()
    for at, discussion in enumerate(bank.discussions):
        for place, id in enumerate(discussion.questions):
            path = ("discussions", at, "questions", place)
            if id in seen:
                help = "talk it over once, where it fits best"
                yield Fault(path, "discussed-twice", f'"{id}" is in a discussion already', help)
            elif id in drafts:
                help = "finish the question and delete its `state: draft`, or leave it out here"
                yield Fault(path, "unknown-question", f'"{id}" is a draft, which is asked nowhere', help)
            elif id in sound and id not in essays:
                help = "name an essay: its points are what there is to talk over"
                yield Fault(path, "no-essay", f'"{id}" is no essay', help)
            elif id not in sound and id not in written:
                help = nearest(id, essays) if essays else "add an essay first"
                yield Fault(path, "unknown-question", f'there is no question "{id}"', help)
            seen.add(id)
