"""The Python API, from the docstrings of what is promised."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator

from making.markdown import fenced, page, prose, table
from quizmill import app, errors, grade
from quizmill.app import api
from quizmill.app.opening import SoundBank
from quizmill.compose import exercise, paper
from quizmill.formats import report

_OF_API = """
The functions below are promised to programs: `quizmill.app` has them, and each imports what it needs when
it is called. The package is typed. Other modules may change.
"""
_EXAMPLE = """
from quizmill import app

bank = app.open_bank("my-bank")  # as `quizmill init my-bank` wrote it
paper = app.choose(bank, topics=["moon"], count=5, seed=3)

exercise = paper.exercises[0]
mark = app.mark_answer(exercise, "b", bank)  # typed as at `quizmill quiz --plain`
print(exercise.id, mark.verdict, mark.earned, "of", mark.possible)

app.write_deck(bank, "moon.apkg")  # all questions, or those of a paper
app.write_worksheet(bank, "monday", paper)  # monday.pdf, monday-key.pdf, monday.json

losses = app.export_bank(bank, "gift", "moon.gift", paper)  # for other programs
print(losses[0].severity, losses[0].field, losses[0].rule)
app.import_files(["moon.gift"], "theirs")  # and from them: a new bank, or more of one
"""
_LONG = 88  # letters of a signature on one line
_RETURNED = (
    *(SoundBank, paper.Paper, exercise.Exercise, exercise.Evidence, grade.Mark, grade.Verdict),
    *(report.Loss, report.Harm, errors.Diagnostic, errors.Severity),
)
_OF_ERRORS = "All of them are `quizmill.errors.QuizmillError`; their text says what is wrong and what to do."
_RAISED = (
    errors.BankUnreadable,
    errors.BankInvalid,
    errors.BadRequest,
    errors.FileUnusable,
    errors.ExportRefused,
)


def python_api() -> str:
    """The promised functions, what they return and what they raise."""
    raised = ([f"`{each.__name__}`", " ".join(inspect.getdoc(each).split())] for each in _RAISED)
    parts = ["# From Python", *prose(_OF_API), fenced("python", _EXAMPLE.strip()), "## What is promised"]
    for name in sorted(app.__all__, key=list(vars(api)).index):
        parts += _function(name)
    parts += ["## What is returned"]
    for returned in _RETURNED:
        parts += _class(returned)
    parts += ["## What is raised", _OF_ERRORS, table(("error", "when"), raised)]
    return page(parts, "the docstrings in src/quizmill/app/api.py and of the types")


def _function(name: str) -> Iterator[str]:
    function = getattr(api, name)
    yield f"### {name}"
    yield fenced("python", _signature(_tree(function)))
    yield from prose(inspect.getdoc(function))


def _signature(function: ast.FunctionDef) -> str:
    """As it stands in the code, a parameter a line where there are several."""
    bare = ast.FunctionDef(**{**vars(function), "body": [], "decorator_list": []})
    line = ast.unparse(bare).strip().removesuffix(":")
    if len(line) <= _LONG:
        return line
    given = function.args
    plain = len(given.args) - len(given.defaults)
    names = [
        _parameter(each, given.defaults[at - plain] if at >= plain else None)
        for at, each in enumerate(given.args)
    ]
    names += ["*"] if given.kwonlyargs else []
    names += [_parameter(*each) for each in zip(given.kwonlyargs, given.kw_defaults, strict=True)]
    names += [f"**{ast.unparse(given.kwarg)}"] if given.kwarg else []
    lines = "".join(f"    {each},\n" for each in names)
    return f"def {function.name}(\n{lines}) -> {ast.unparse(function.returns)}"


def _parameter(given: ast.arg, default: ast.expr | None) -> str:
    value = f" = {ast.unparse(default)}".replace("'", '"') if default else ""
    return ast.unparse(given) + value


def _class(returned: type) -> Iterator[str]:
    yield f"### {returned.__name__}"
    yield from prose(inspect.getdoc(returned))
    rows = list(_fields(_tree(returned), inspect.getsource(returned).splitlines()))
    if rows:
        yield table(("name", "type", "what it is"), rows)


def _fields(of: ast.ClassDef, lines: list[str]) -> Iterator[list[str]]:
    for each in of.body:
        match each:
            case ast.AnnAssign(target=ast.Name(id=name)):
                yield [f"`{name}`", f"`{ast.unparse(each.annotation)}`", _remark(lines[each.lineno - 1])]
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Constant(value=str(word))):
                yield [f"`{name}`", f'`"{word}"`', _remark(lines[each.lineno - 1])]
            case ast.FunctionDef(name=name) if _is_property(each) and not name.startswith("_"):
                said = (ast.get_docstring(each) or "").partition("\n\n")[0]
                yield [f"`{name}`", f"`{ast.unparse(each.returns)}`", " ".join(said.split())]


def _is_property(function: ast.FunctionDef) -> bool:
    return any(isinstance(each, ast.Name) and each.id == "property" for each in function.decorator_list)


def _remark(line: str) -> str:
    return line.partition("  # ")[2]


def _tree(of: object) -> ast.FunctionDef | ast.ClassDef:
    """The function or class as it stands in its file."""
    (found,) = ast.parse(inspect.getsource(of)).body
    return found
