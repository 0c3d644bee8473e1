"""Where a tenth kind of question would be overlooked: places that know some kinds and forget the rest."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from quizmill.bank.model import KINDS

_MODEL = "quizmill.bank.model"
_CLASSES = {kind.__name__ for kind in KINDS.values()}


def overlooked(source: str) -> list[str]:
    """What in a module's *source* would go on in silence when a kind is added: `line: what`, from the top."""
    tree = ast.parse(source)
    known = _Names(tree)
    return [f"{node.lineno}: {what}" for node in ast.walk(tree) for what in _faults(node, known)]


class _Names:
    """By which names a module speaks of the kinds."""

    def __init__(self, tree: ast.Module) -> None:
        self._classes: dict[str, str] = {}
        self._models: set[str] = set()
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom):
                for name in node.names:
                    if f"{node.module}.".startswith(f"{_MODEL}.") and name.name in _CLASSES:
                        self._classes[name.asname or name.name] = name.name
                    elif f"{node.module}.{name.name}" == _MODEL:
                        self._models.add(name.asname or name.name)

    def among(self, nodes: Iterable[ast.AST | None]) -> set[str]:
        """The kinds named there, by class or as in YAML."""
        return {kind for kind in map(self._kind, nodes) if kind}

    def _kind(self, node: ast.AST | None) -> str:
        match node:
            case ast.Constant(value=str(text)) if text in KINDS:
                return KINDS[text].__name__
            case ast.Name(id=name):
                return self._classes.get(name, "")
            case ast.Attribute(value=ast.Name(id=model), attr=name) if model in self._models:
                return name if name in _CLASSES else ""
            case _:
                return ""


def _faults(node: ast.AST, known: _Names) -> Iterator[str]:
    match node:
        case ast.Match(cases=cases):
            named = known.among(c.cls for case in cases for c in _classes_in(case.pattern))
            rest = (case for case in cases if named and _takes_all(case) and not _asserts_never(case.body))
            yield from (f"`case {ast.unparse(case.pattern)}` beside {_list(named)}" for case in rest)
        case ast.Dict(keys=keys):
            yield from _partial("a table", known.among(keys))
        case ast.Set(elts=members) | ast.List(elts=members) | ast.Tuple(elts=members):
            yield from _partial("a list", known.among(members))
        case ast.Compare():
            written = [each for each in (node.left, *node.comparators) if isinstance(each, ast.Constant)]
            if known.among(written):
                yield f"`{ast.unparse(node)}`: a kind is asked for by its class"
        case ast.Call(func=ast.Attribute(attr="get"), args=[asked, *_]) if _asks_a_kind(asked):
            yield f"`{ast.unparse(node)}`: a kind is looked up with []"


def _partial(what: str, named: set[str]) -> Iterator[str]:
    if 0 < len(named) < len(KINDS):
        yield f"{what} of {_list(named)} alone"


def _classes_in(pattern: ast.pattern) -> Iterator[ast.MatchClass]:
    return (each for each in ast.walk(pattern) if isinstance(each, ast.MatchClass))


def _takes_all(case: ast.match_case) -> bool:
    """Whether nothing falls through: `_`, a name, or several of those."""

    def anything(pattern: ast.pattern) -> bool:
        match pattern:
            case ast.MatchAs(pattern=None):
                return True
            case ast.MatchSequence(patterns=parts):
                return all(map(anything, parts))
            case _:
                return False

    return case.guard is None and anything(case.pattern)


def _asserts_never(body: list[ast.stmt]) -> bool:
    match body:
        case [ast.Expr(value=ast.Call(func=ast.Name(id="assert_never")))]:
            return True
        case _:
            return False


def _asks_a_kind(asked: ast.expr) -> bool:
    match asked:
        case ast.Attribute(value=ast.Name(id="exercise" | "question" | "item"), attr="kind" | "type"):
            return True
        case ast.Attribute(value=ast.Attribute(attr="exercise" | "_exercise"), attr="kind"):
            return True
        case ast.Call(func=ast.Name(id="kind_of" | "type"), args=[_]):
            return True
        case _:
            return False


def _list(named: set[str]) -> str:
    return ", ".join(sorted(named))
