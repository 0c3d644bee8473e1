"""Writes the pages of this folder that are made from the code: `python docs/generate.py`.

In `reference/` the commands are made from their help, the bank's files from their schema, the rules from
their pages, mathematics from the tables of its commands; `decisions/README.md` from the titles beside it.
They lie in the repository, so that they can be read there; tests/docs holds each against what is made anew.
"""

from __future__ import annotations

import inspect
import json
import textwrap
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import click

from quizmill.bank import model
from quizmill.bank.mathematics import Formula, linear, read
from quizmill.bank.mathematics import commands as formula_commands
from quizmill.bank.mathematics.signs import SignEntry, SignKind, signs
from quizmill.bank.schema import FILES, json_schema
from quizmill.check.rule_pages import RulePage, pages
from quizmill.cli.main import COMMANDS, quizmill
from quizmill.errors import Severity

DOCS = Path(__file__).parent

_OF_COMMANDS = """
What you asked for goes to standard output, all else to standard error. Exit codes: 0 fine, 1 the bank
has errors, 2 wrong usage, 3 a file or terminal would not do, 130 interrupted, with everything saved.
"""
_OF_FILES = """
A bank is a folder: `bank.yaml`, and one YAML file for each topic, in it or in folders below. What its
questions rest on is in the folder that `seeds` names. [Write a bank of your own](../how-to/bank.md) tells
how to begin; `quizmill schema` prints the same as JSON Schema, for editors.

Ids are small letters and digits, with hyphens between words: `tea-plant`. Numbers, dates, `yes` and `no`
are text wherever a text is asked for. A field that is not listed here is an error, but for those that
begin with `x-`: in bank.yaml, a topic, a question, a source and a fact they are your own, kept and never
looked at.
"""
_OF_RULES = """
What `quizmill check` looks for. An error stops whatever writes files; a warning is a flaw that learners
would meet; advice is worth a thought. `quizmill rules ID` shows one page at the terminal. A finding that
you have looked at and accept is silenced where it stands, with the reason: `allow: {key-longest: the
name is what it is}`.
"""
_OF_MATHEMATICS = r"""
A formula is written in a part of LaTeX, between `\(` and `\)` within a text or between `\[` and `\]` on a
line of its own. Everything that quizmill makes shows it from there: as MathML in pages, for MathJax in
Anki, and in a terminal, or for a screen reader, in the linear form that the tables below show.

What is not on this page is an error that says what to write instead. Nothing can be defined, loaded or
linked: a formula only shows something. In YAML a formula stands best in a text without quotes, or in single
ones: in double quotes each backslash must be written twice.

Signs may be typed as they are, too: `x² ≤ 5·α` is `x^2 \le 5\cdot\alpha`. Letters of all scripts stand for
themselves; what MathJax has no place for, such as `€`, is set as text.

What LaTeX would read otherwise than it looks is refused: write `x^{23}` and `10^{-3}`, not `x^23` and
`10^-3`. A decimal comma is `3{,}14`; after a bare one there is a space. Units are upright and behind a
small space: `5\,\mathrm{kg}`. So are formulas of substances: `\mathrm{H_2SO_4}`.
"""
_OF_DECISIONS = """
A page a decision: what it is, why, what it costs, and where it stands in the code. Whoever wants to
change one of these finds here what would break.
"""

_SHARED_BY = 4  # commands that make an option worth telling of once, for all of them
_PICTURED = "option with a picture"
_HEADINGS = {"PicturedOption": _PICTURED, "PicturedDistractor": "distractor with a picture"}
_TYPES = {"boolean": "`true` or `false`", "integer": "whole number", "object": "`rule: reason`"}
_Option = tuple[str, str, str]  # as typed, what it does, its name in the environment
_Schema = dict[str, Any]


def commands() -> str:
    """Every command with its options."""
    found = dict(_commands(click.Context(quizmill, info_name="quizmill", auto_envvar_prefix="QUIZMILL")))
    counts = Counter(option for context in found.values() for option in _options(context))
    shared = [option for option, count in counts.items() if count >= _SHARED_BY]
    parts = [
        "# The commands",
        *_prose(_OF_COMMANDS),
        _table(
            ("command", "what it does"),
            ([_link(f"quizmill {name}"), summary] for name, (_, summary) in COMMANDS.items()),
        ),
        "## Options that many commands have",
        "Every option can be set in the environment, under the name in the last column.",
        _options_table(shared),
    ]
    for name, context in found.items():
        parts += _command(name, context, shared)
    return _page(parts, "the help in src/quizmill/cli")


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
    yield _fenced("text", usage)
    yield from _prose(context.command.help)
    if own:
        yield _options_table(own)
    if others:
        yield f"{'Also' if own else 'Options'}: {', '.join(others)}."
    yield from _prose(context.command.epilog)


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
    return _table(("option", "what it does", "in the environment"), rows)


def _flag(option: _Option) -> str:
    """Its long name: `--count` of `-n, --count INTEGER`."""
    return next(word for word in option[0].split() if word.startswith("--"))


def _prose(text: str | None) -> Iterator[str]:
    """The paragraphs of a help text; those after click's mark \\b keep their lines."""
    for paragraph in inspect.cleandoc(text or "").split("\n\n"):
        if paragraph.startswith("\b"):
            yield _fenced("text", paragraph.removeprefix("\b\n"))
        elif paragraph:
            yield " ".join(paragraph.split())


def bank_format() -> str:
    """Every field of every file of a bank."""
    records: dict[str, _Schema] = {}
    for name in FILES:
        records = (
            json.loads(json_schema(name))["$defs"] | records
        )  # the first tells of each what is in its file
    question = records["Topic"]["properties"]["questions"]["items"]["properties"]
    kinds = {name: records[kind.__name__] for name, kind in model.KINDS.items()}
    common = set.intersection(*(set(kind["properties"]) for kind in kinds.values()))
    every = next(iter(kinds.values()))
    parts = [
        "# The bank's files",
        *_prose(_OF_FILES),
        "## bank.yaml",
        _fields(records["BankFile"]),
        *_records(records, "Discussion"),
        "## A topic",
        records["Topic"]["description"],
        _fields(records["Topic"]),
        "## Every question",
        _fields(every | {"properties": _some(every, common) | question}),
    ]
    for name, kind in kinds.items():
        own = set(kind["properties"]) - common
        parts += [f"## {name}", kind["description"], _fields(kind | {"properties": _some(kind, own)})]
    parts += [
        "## What questions are made of",
        *_records(
            records,
            *("Distractor", "PicturedOption", "PicturedDistractor", "Point", "Lesson", "Image", "Audio"),
            "Provenance",
        ),
    ]
    parts += ["## The seeds", *_records(records, "Source", "Section", "Fact", "Name")]
    return _page(parts, "the records in src/quizmill/bank/model")


def _some(record: _Schema, names: set[str]) -> _Schema:
    return {name: each for name, each in record["properties"].items() if name in names}


def _records(records: dict[str, _Schema], *names: str) -> Iterator[str]:
    for name in names:
        record = records[name]
        whole = record["anyOf"][1] if "anyOf" in record else record  # or its text alone
        yield f"### {_HEADINGS.get(name, name.lower())}"
        yield whole["description"]
        yield _fields(whole)


def _fields(record: _Schema) -> str:
    required = record.get("required") or record.get("else", {}).get("required", [])
    rows = (
        [f"`{name}`", _value(field), _default(field, required=name in required), field["description"]]
        for name, field in record["properties"].items()
    )
    return _table(("field", "what it holds", "unless given", "what it says"), rows)


def _default(field: _Schema, *, required: bool) -> str:
    if required:
        return "**needed**"
    default = field.get("default")
    if isinstance(default, bool):
        return f"`{str(default).lower()}`"
    return f"`{default}`" if default else ""


def _value(field: _Schema) -> str:
    """What is written there: `text`, `whole number, 1 to 100`, `list of ids`."""
    match field:
        case {"anyOf": [one, other, *_]}:
            return f"{_value(one)}, or {_other(other)}"
        case {"$ref": reference}:
            return _named(reference.rpartition("/")[2])
        case {"enum": words} | {"const": str() as words}:
            return _either([words] if isinstance(words, str) else words)
        case {"type": "object", "if": _}:
            return "[question](#every-question)"
        case {"type": "array", "prefixItems": _}:
            return "`[text, text]`"
        case {"type": "array"}:
            return f"list of {_value(field['items'])}{_span(field, 'minItems', 'maxItems')}"
        case {"pattern": pattern} if "[a-z0-9]" in pattern:
            return "source/fact" if "/" in pattern else "id"
        case {"format": "date"}:
            return "date"
        case {"type": str() as type}:
            return f"{_TYPES[type]}{_span(field, 'minimum', 'maximum')}"
        case _:
            return "text"


def _other(field: _Schema) -> str:
    """What may be written instead of a text."""
    return f"an [{_PICTURED}](#{_PICTURED.replace(' ', '-')})" if "$ref" in field else "a list"


def _named(name: str) -> str:
    """A record of the model, or the words of an enumeration in the order they have there."""
    found = getattr(model, name)
    return f"[{name.lower()}](#{name.lower()})" if issubclass(found, model.Record) else _either(found)


def _either(words: Iterable[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)


def _span(field: _Schema, least: str, most: str) -> str:
    if most in field:
        return f", {field[least]} to {field[most]}"
    return f", {field[least]} at least" if least in field else ""


def rules() -> str:
    """Every rule with its page, the worst first."""
    parts = [
        "# The rules",
        *_prose(_OF_RULES),
    ]
    titles = {Severity.ERROR: "Errors", Severity.WARNING: "Warnings", Severity.ADVICE: "Advice"}
    for severity, title in titles.items():
        of_it = [page for page in pages() if page.severity is severity]
        index = _table(("rule", "what it finds"), ([_link(page.id), page.summary] for page in of_it))
        parts += [f"## {title}", index, *(part for page in of_it for part in _rule(page))]
    return _page(parts, "the docstrings in src/quizmill/check/rules and src/quizmill/bank/reader/pages.py")


def _rule(page: RulePage) -> Iterator[str]:
    yield f"### {page.id}"
    for paragraph in page.text.split("\n\n"):
        head, _, example = paragraph.partition(":\n")
        if head in ("Bad", "Good"):
            yield f"{head}:"
            yield _fenced("yaml", textwrap.dedent(example))
        else:
            yield paragraph if paragraph.startswith("|") else " ".join(paragraph.split())
    if page.documents:
        yield "Found when the documents are given: `quizmill check --documents DIR`."
    if page.english:
        yield "Looks at banks in English."


_EXAMPLES = {
    "Fractions, roots, powers": [
        r"\frac{a+b}{2}",
        r"\dfrac12",
        r"\tfrac12",
        r"2\frac13",
        r"\sqrt{x+1}",
        r"\sqrt[3]{8}",
        "x^2",
        "a_{n+1}",
        "x_i^2",
        r"v_{\text{max}}",
        "e^{-kx}",
        "f''(x)",
        r"90^\circ",
        r"{}^{14}_{6}\mathrm{C}",
        r"\binom{n}{k}",
    ],
    "Sums, limits, integrals": [
        r"\sum_{i=1}^{n} i^2",
        r"\prod_{k=1}^n k",
        r"\lim_{x\to0} \frac{\sin x}{x}",
        r"\int_0^1 x^2\,\mathrm{d}x",
        r"\int\limits_a^b f(x)\,dx",
        r"\left[\frac{x^2}{2}\right]_0^1",
        r"\operatorname{sgn} x",
        r"\operatorname*{arg\,max}_x f(x)",
    ],
    "Brackets": [
        r"\left(\frac{a}{b}\right)^2",
        r"\left.\frac{x}{2}\right|_1",
        r"\left\{x\;\middle|\;x>0\right\}",
        r"\bigl(a+b\bigr)",
        r"\Bigl(a\Bigr)",
        r"\biggl(a\biggr)",
        r"\Biggl(a\Biggr)",
        "|x|",
        r"\|v\|",
    ],
    "Matrices, cases, lines": [
        r"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}",
        r"\begin{cases} x & \text{if } x > 0 \\ 0 & \text{else} \end{cases}",
        r"\begin{aligned} x+1 &= 3 \\ x &= 2 \end{aligned}",
    ],
    "Accents and labels": [
        *(rf"{name}{{x}}" for name in formula_commands.ACCENTS),
        r"\overline{AB}",
        r"\overrightarrow{AB}",
        r"\underbrace{a+b}_{n}",
        r"\overset{!}{=}",
        r"\underset{x}{\max}",
        r"\xrightarrow{\Delta}",
        r"\xrightarrow[b]{a}",
        r"\xleftarrow{a}",
    ],
    "Text, alphabets, spaces": [
        r"\text{if } x",
        r"\textbf{Note}",
        r"\textit{Note}",
        *(rf"{name}{{R}}" for name in formula_commands.STYLES),
        *(rf"a{name} b" for name in formula_commands.SPACES if name != "~"),
        "a~b",
    ],
}


def mathematics() -> str:
    """What can be written in a formula, with its linear form."""
    parts = ["# Mathematics", *_paragraphs(_OF_MATHEMATICS)]
    for title, sources in _EXAMPLES.items():
        parts += [f"## {title}", _table(("written", "linear form"), map(_formula, sources))]
    environments = ", ".join(f"`{name}`" for name in formula_commands.GRIDS)
    parts += [f"Between `\\begin{{…}}` and `\\end{{…}}` may stand {environments}."]
    for kind in SignKind:
        entries = [entry for entry in signs().values() if entry.kind is kind]
        parts += [f"## {kind.value}", _table(("written", "also", "shown"), map(_sign, entries))]
    named = ", ".join(f"`\\{name}`" for name in sorted(formula_commands.NAMED))
    parts += [f"Also {named}; any other is `\\operatorname{{…}}`."]
    return _page(parts, "the tables in src/quizmill/bank/mathematics")


def _paragraphs(text: str) -> Iterator[str]:
    return (" ".join(paragraph.split()) for paragraph in text.strip().split("\n\n"))


def _formula(source: str) -> list[str]:
    formula = read(source)
    if not isinstance(formula, Formula):
        raise ValueError(formula)
    return [f"`{source}`", _shown(linear(formula))]


def _sign(entry: SignEntry) -> list[str]:
    others = " ".join(f"`{other}`" for other in entry.others)
    return [f"`{entry.name}`", others, _shown(entry.char)]


def _shown(text: str) -> str:
    return f"`{text}`"


def decisions() -> str:
    """The index of the decisions, by their titles."""
    found = sorted(path for path in (DOCS / "decisions").glob("*.md") if path.name != "README.md")
    entries = [f"- [{_title(path)}]({path.name})" for path in found]
    return _page(
        [
            "# What was decided, and why",
            *_prose(_OF_DECISIONS),
            "\n".join(entries),
        ],
        "the pages",
    )


def _title(path: Path) -> str:
    return path.read_text(encoding="utf-8").partition("\n")[0].removeprefix("# ")


def _page(parts: list[str], origin: str) -> str:
    note = f"<!-- Written by docs/generate.py: change {origin} instead. -->"
    return "\n\n".join([parts[0], note, *parts[1:]]) + "\n"


def _table(heads: tuple[str, ...], rows: Iterable[list[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(map(_cell, line))} |" for line in lines)


def _cell(text: str) -> str:
    return text.replace("|", r"\|")


def _link(heading: str) -> str:
    """To a heading on the same page, by the anchor that GitHub gives it."""
    return f"[`{heading}`](#{heading.replace(' ', '-')})"


def _fenced(language: str, text: str) -> str:
    return f"```{language}\n{text}\n```"


PAGES: dict[str, Callable[[], str]] = {
    "reference/commands.md": commands,
    "reference/bank-format.md": bank_format,
    "reference/rules.md": rules,
    "reference/mathematics.md": mathematics,
    "decisions/README.md": decisions,
}

if __name__ == "__main__":
    for name, make in PAGES.items():
        (DOCS / name).write_text(make(), encoding="utf-8", newline="\n")
