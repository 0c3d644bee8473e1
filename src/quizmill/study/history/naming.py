"""By which names the history knows a bank and its questions: those they have, and those they had.

A row keeps the names it was written with. What it is about now is worked out when it is read, from what the
bank says was `formerly` called otherwise: so nothing in the history changes, and what is said can be mended.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from quizmill.bank.model import Bank

Written = tuple[str, str]  # the namespace and the question in a row


class Naming(msgspec.Struct, frozen=True):
    """A bank's *namespace*, and what its questions are called now that rows know by a *former* name.

    All that was written with the bank's own namespace is the bank's, also what was answered to questions it
    has no more. Of what was written with a namespace it had before, only answers to its questions are:
    another bank may have had that namespace too, and the others may be that bank's.
    """

    namespace: str
    former: Mapping[Written, str] = {}

    @property
    def namespaces(self) -> frozenset[str]:
        """Those with which rows of the bank may have been written."""
        return frozenset((self.namespace, *(namespace for namespace, _ in self.former)))

    def now(self, namespace: str, question: str) -> str:
        """What the question in a row of the bank is called now."""
        return self.former.get((namespace, question), question)

    def names_of(self, question: str) -> list[Written]:
        """Every name that rows about *question* may bear, its own first."""
        return [(self.namespace, question), *(name for name, now in self.former.items() if now == question)]


def naming_of(bank: Bank) -> Naming:
    """The names in *bank*; what a question is called is no former name of another, whatever that one says."""
    questions = [question for _, question in bank.questions()]
    now = {old: question.id for question in questions for old in question.formerly}
    now |= {question.id: question.id for question in questions}
    former = {
        (namespace, id): question
        for namespace in (bank.namespace, *bank.formerly)
        for id, question in now.items()
        if (namespace, id) != (bank.namespace, question)
    }
    return Naming(bank.namespace, former)


OF_NAMES = """
(namespace, question) IN
  (SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(:names))
"""  # of a row: that it is of one of the :names, which `json_list` writes


def json_list(values: Iterable[object]) -> str:
    """Values as SQLite reads them with `json_each`."""
    return msgspec.json.encode(list(values)).decode()
