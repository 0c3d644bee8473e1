"""A group of commands by a table: a command's module is imported only when that command runs."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import click

from quizmill.cli.exit_code import ExitCode

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

Table = Mapping[str, tuple[str, str]]  # by name: the module whose `command` it is, and its line in the help


class TableGroup(click.Group):
    """The commands of a *table*, each in a module of *package*, imported when it is asked for."""

    def __init__(self, *args: Any, table: Table, package: str, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.table = table
        self.package = package

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every name, in the order of a day's work."""
        return list(self.table)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now."""
        return self.imported(cmd_name) if cmd_name in self.table else None

    def imported(self, name: str) -> click.Command:
        """The command of that name in the table, imported now."""
        found: click.Command = importlib.import_module(f"{self.package}.{self.table[name][0]}").command
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command named by the first word; an unknown one is answered with the nearest."""
        if args and args[0] not in self.table and not args[0].startswith("-"):
            ctx.fail(self._unknown(args[0], ctx.command_path))
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; when whoever reads our output has enough, that is the end and no failure."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise click.exceptions.Exit(ExitCode.FINE) from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The table of commands, without importing one of them."""
        if not self.table:
            return
        with formatter.section("Commands"):
            formatter.write_dl([(name, summary) for name, (_, summary) in self.table.items()])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Names that begin so, then the group's own options; again without an import of one."""
        from click.shell_completion import CompletionItem

        found = [
            CompletionItem(name, help=summary)
            for name, (_, summary) in self.table.items()
            if name.startswith(incomplete)
        ]
        return found + click.Command.shell_complete(self, ctx, incomplete)

    def _unknown(self, name: str, group: str) -> str:
        import difflib  # 5 ms that only a slip needs

        near = difflib.get_close_matches(name, self.table, 1, 0.5)
        help = f'did you mean "{near[0]}"?' if near else f"`{group} --help` lists them."
        return f'there is no command "{name}"; {help}'
