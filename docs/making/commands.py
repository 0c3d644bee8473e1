"""The commands, from their help."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import click

from making.markdown import fenced, link, page, prose, table
from quizmill.cli.main import COMMANDS, quizmill

_OF_COMMANDS = """
What you asked for goes to standard output, all else to standard error. Exit codes: 0 fine, 1 the bank
has errors, 2 wrong usage, 3 a file or terminal would not do, 130 interrupted, with everything saved.
"""

_SHARED_BY = 4  # commands that make an option worth telling of once, for all of them
_Option = tuple[str, str, str]  # as typed, what it does, its name in the environment


def commands() -> str:
    """Every command with its options."""
    found = dict(_commands(click.Context(quizmill, info_name="quizmill", auto_envvar_prefix="QUIZMILL")))
    counts = Counter(option for context in found.values() for option in _options(context))
    shared = [option for option, count in counts.items() if count >= _SHARED_BY]
    parts = [
        "# The commands",
        *prose(_OF_COMMANDS),
        table(
            ("command", "what it does"),
            ([link(f"quizmill {name}"), summary] for name, (_, summary) in COMMANDS.items()),
        ),
        "## Options that many commands have",
        "Every option can be set in the environment, under the name in the last column.",
        _options_table(shared),
    ]
    for name, context in found.items():
        parts += _command(name, context, shared)
    return page(parts, "the help in src/quizmill/cli")


def _commands(context: click.Context) -> Iterator[tuple[str, click.Context]]:
    """Each command that does something, by its whole name; groups, then what is in them."""
    group = context.command
    if isinstance(group, click.Group):
        for name in group.list_commands(context):
            if found := group.get_command(context, name):
                inside = click.Context(found, info_name=name, parent=context)
                yield inside.command_path, inside
                yield from _commands(inside)


def _command(name: str, context: click.Context, shared: list[_Option]) -> Iterator[str]:
    usage = " ".join([name, *context.command.collect_usage_pieces(context)])
    options = _options(context)
    own = [option for option in options if option not in shared]
    others = [f"`{_flag(option)}`" for option in options if option in shared]
    yield f"## {name}"
    yield fenced("text", usage)
    yield from prose(context.command.help)
    if own:
        yield _options_table(own)
    if others:
        yield f"{'Also' if own else 'Options'}: {', '.join(others)}."
    yield from prose(context.command.epilog)


def _options(context: click.Context) -> list[_Option]:
    found = []
    for option in context.command.params:
        record = option.get_help_record(context)
        if isinstance(option, click.Option) and record:
            own = f"{context.auto_envvar_prefix}_{option.name}".upper()
            found.append((record[0], " ".join(record[1].split()), str(option.envvar or own)))
    return found


def _options_table(options: list[_Option]) -> str:
    rows = ([f"`{typed}`", help, f"`{variable}`"] for typed, help, variable in options)
    return table(("option", "what it does", "in the environment"), rows)


def _flag(option: _Option) -> str:
    """Its long name: `--count` of `-n, --count INTEGER`."""
    return next(word for word in option[0].split() if word.startswith("--"))
