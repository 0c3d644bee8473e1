"""The options that name what is chosen, one after the other, and their opposites."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import click
import msgspec

from quizmill.bank.model import KINDS, Difficulty, Importance, Level
from quizmill.bank.ranges import parted
from quizmill.cli.bank_names import names_in
from quizmill.compose.traits import Traits

Command = TypeVar("Command", bound=Callable[..., Any])
Complete = Callable[[click.Context], Iterable[str]]  # words that the shell offers

_FIELDS = Traits.__struct_fields__


def _offering(offered: Complete) -> Callable[[click.Context, click.Parameter, str], list[str]]:
    """What click asks for the words that begin so."""

    def complete(context: click.Context, option: click.Parameter, start: str) -> list[str]:
        return [word for word in offered(context) if word.startswith(start)]

    return complete


class Several(msgspec.Struct, frozen=True, kw_only=True):
    """An option that may be repeated: *name* is a tuple of words, of ids also several in one.

    They are the *known* ones, or any; the shell is offered these, or what *complete* gives.
    """

    name: str
    flag: str
    metavar: str
    help: str
    known: tuple[str, ...] = ()
    complete: Complete | None = None

    def __call__(self, command: Command) -> Command:
        """Adds it to a command, which is told its words in its help."""
        words = f" One of {', '.join(self.known)}." if self.known else ""
        return self.added(command, f"{self.help} Repeatable.{words}", click.Option)

    def added(self, command: Command, help: str, kind: type[click.Option]) -> Command:
        """The command with the option, explained by *help*."""
        offered = self.complete or (lambda context: self.known)
        return click.option(
            self.flag,
            self.name,
            cls=kind,
            multiple=True,
            envvar=f"QUIZMILL_{self.flag.removeprefix('--').replace('-', '_').upper()}",
            metavar=self.metavar,
            help=help,
            callback=_several if self.metavar == "ID" else None,
            shell_complete=_offering(offered),
        )(command)


def topic_option(command: Command) -> Command:
    """Adds --topic: `topics` are the topics that were named."""
    return _TOPIC(command)


def id_option(command: Command) -> Command:
    """Adds --id: `ids` are the questions that were named."""
    return _ID(command)


def naming_options(command: Command) -> Command:
    """Adds an option for each trait of a question, and its opposite: `named` takes them again."""
    for option in reversed(_OPTIONS):
        first = option is _OPTIONS[0]
        opposite = msgspec.structs.replace(
            option, name=f"not_{option.name}", flag=option.flag.replace("--", "--not-")
        )
        help = _OPPOSITES if first else f"Leave out what {option.flag} would choose. Repeatable."
        command = opposite.added(command, help, _ForAll if first else _Unlisted)
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def named(typed: dict[str, Any]) -> tuple[Traits, Traits]:
    """What is to be chosen and what is to be left out, taken out of what was *typed*."""
    chosen = Traits(**{name: typed.pop(name) for name in _FIELDS})
    return chosen, Traits(**{name: typed.pop(f"not_{name}") for name in _FIELDS})


def _several(context: click.Context, option: click.Parameter, typed: tuple[str, ...]) -> tuple[str, ...]:
    return several(typed)


def several(ids: Iterable[str]) -> tuple[str, ...]:
    """The ids, of which one word may hold several as messages list them: `a, b and c`."""
    return tuple(id for each in ids for id in parted(each))


class _Unlisted(click.Option):
    """An option that the help tells of elsewhere."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        return None


class _ForAll(click.Option):
    """The first of the opposites, whose line in the help is that of all."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        record = super().get_help_record(ctx)
        return record and (f"{record[0]}, …", record[1])


def _in_bank(what: str) -> Complete:
    """Offers names in the bank that is meant; none when it cannot be read."""
    return lambda context: names_in(context.params["folder"], what)


def questions_option(flag: str, name: str, help: str) -> Callable[[Command], Command]:
    """Adds an option of that *flag* that names questions: *name* are their ids."""
    return Several(name=name, flag=flag, metavar="ID", help=help, complete=_in_bank("id"))


def one_topic_option(help: str) -> Callable[[Command], Command]:
    """Adds --topic for a single one: `topic` is what was typed, or None."""
    return click.option("--topic", metavar="NAME", help=help, shell_complete=offering("topic"))


def facts_option(help: str) -> Callable[[Command], Command]:
    """Adds --fact: `facts` are those that were named."""
    return Several(name="facts", flag="--fact", metavar="SOURCE/FACT", help=help, complete=_in_bank("fact"))


def offering(what: str) -> Callable[[click.Context, click.Parameter, str], list[str]]:
    """What click asks for the names of *what* in a bank."""
    return _offering(_in_bank(what))


_TOPIC = Several(
    name="topics",
    flag="--topic",
    metavar="ID",
    help="Only this topic (the name of its file).",
    complete=_in_bank("topic"),
)
_ID = Several(
    name="ids",
    flag="--id",
    metavar="ID",
    help="Only the question with this id, or several: a, b and c.",
    complete=_in_bank("id"),
)
_OPTIONS = (
    _TOPIC,
    Several(
        name="sources",
        flag="--source",
        metavar="ID",
        help="Only questions that rest on this document.",
        complete=_in_bank("source"),
    ),
    Several(
        name="types",
        flag="--type",
        metavar="TYPE",
        help="Only this kind of question.",
        known=tuple(KINDS),
    ),
    Several(
        name="importances",
        flag="--importance",
        metavar="WORD",
        help="Only what matters so much.",
        known=tuple(Importance),
    ),
    Several(
        name="difficulties",
        flag="--difficulty",
        metavar="WORD",
        help="Only this difficulty.",
        known=tuple(Difficulty),
    ),
    Several(
        name="levels",
        flag="--level",
        metavar="WORD",
        help="Only this level of thought.",
        known=tuple(Level),
    ),
    Several(
        name="tags",
        flag="--tag",
        metavar="TAG",
        help="Only questions with this tag.",
        complete=_in_bank("tag"),
    ),
    _ID,
)
_OPPOSITES = (
    "Leave out what --topic would choose. Likewise "
    + ", ".join(option.flag.replace("--", "--not-") for option in _OPTIONS[1:])
    + ". Repeatable."
)
