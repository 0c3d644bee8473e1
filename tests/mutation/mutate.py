"""Which small faults would the tests miss?

    python tests/mutation/mutate.py -n 50 src/quizmill/grade -- tests/grade

Changes one thing in the code (a comparison, a number, `and` for `or`, …), runs the tests, and says if none
of them minded; so 50 times, at places that the seed chooses. The change is made in memory, in a process of
its own: no file is touched, and tests that start `quizmill` in another process see nothing of it. Not for
Windows, which has no fork.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import signal
import sys
import time
from collections.abc import Callable, Iterator
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import CodeType
from typing import NamedTuple

import pytest

_SWAPPED: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
_DECLARED = {"annotation", "returns", "decorator_list", "bases", "type_params"}  # no behaviour to change


class Mutation(NamedTuple):
    """One change that can be made to a tree."""

    line: int
    before: str
    after: str
    make: Callable[[], None]


def mutations(tree: ast.AST, line: int = 0) -> Iterator[Mutation]:
    """Every change that can be made below *tree*, always in the same order."""
    line = getattr(tree, "lineno", line)
    for field, value in ast.iter_fields(tree):
        if field in _DECLARED or (isinstance(tree, ast.ClassDef) and field == "keywords"):
            continue
        nodes = value if isinstance(value, list) else [value]
        for place, node in enumerate(nodes):
            if not isinstance(node, ast.AST) or _is_text(node):
                continue
            for other in _alternatives(node, field):
                yield _mutation(tree, field, place if isinstance(value, list) else None, other, line)
            yield from mutations(node, line)


def _is_text(node: ast.AST) -> bool:
    """A docstring, or an import for the type checker."""
    lone = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    return lone or isinstance(node, ast.Import | ast.ImportFrom)


def _alternatives(node: ast.AST, field: str) -> Iterator[ast.AST]:
    if type(node) in _SWAPPED:
        yield _SWAPPED[type(node)]()
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield node.operand
    elif field == "test" or field == "ifs":
        yield ast.UnaryOp(ast.Not(), node)  # type: ignore[arg-type]  # a test is an expression
    if isinstance(node, ast.Constant) and isinstance(node.value, bool):
        yield ast.Constant(not node.value)
    elif isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        yield ast.Constant(node.value + 1)
    if isinstance(node, ast.Return) and node.value and not isinstance(node.value, ast.Constant):
        yield ast.Return(ast.Constant(None))


def _mutation(parent: ast.AST, field: str, place: int | None, other: ast.AST, line: int) -> Mutation:
    value = getattr(parent, field)
    old = value if place is None else value[place]

    def put(node: ast.AST) -> None:
        if place is None:
            setattr(parent, field, node)
        else:
            value[place] = node

    inside = isinstance(parent, ast.expr | ast.comprehension)
    before = ast.unparse(parent if inside else old)
    put(other)
    after = ast.unparse(parent if inside else other)
    put(old)
    return Mutation(getattr(old, "lineno", line), before, after, lambda: put(other))


def mutated(path: Path, number: int) -> tuple[Mutation, ast.AST]:
    """The mutation of that number in the file, and the tree in which it is made."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = list(mutations(tree))[number]
    found.make()
    return found, ast.fix_missing_locations(tree)


def survives(path: Path, tree: ast.AST, tests: list[str], seconds: float) -> bool:
    """Whether the tests pass with *tree* in place of the module at *path*, in a process of its own."""
    child = os.fork()
    if child == 0:
        _put_in_place(path, compile(tree, str(path), "exec"))  # type: ignore[arg-type]  # it is a module
        signal.alarm(int(seconds) + 1)  # a loop without an end is found by that
        os._exit(_run(tests))
    return os.waitpid(child, 0)[1] == 0


def _put_in_place(path: Path, code: CodeType) -> None:
    read = SourceFileLoader.get_code

    def get_code(loader: SourceFileLoader, name: str) -> CodeType | None:
        return code if Path(loader.path).resolve() == path.resolve() else read(loader, name)

    SourceFileLoader.get_code = get_code  # type: ignore[method-assign]


def _run(tests: list[str]) -> int:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    return int(pytest.main(["-x", "-q", "-n0", "-p", "no:cacheprovider", *tests]))


def main() -> None:
    """Try mutations, and print those that no test minds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("-n", "--count", type=int, default=50, help="how many mutations")
    parser.add_argument("--seed", type=int, default=1, help="which ones")
    parser.add_argument("sources", nargs="+", type=Path, help="modules, or folders of them")
    if "--" not in sys.argv:
        parser.error("say after -- which tests to run")
    parted = sys.argv.index("--")
    asked, tests = parser.parse_args(sys.argv[1:parted]), sys.argv[parted + 1 :]
    files = sorted(
        file for path in asked.sources for file in ([path] if path.is_file() else path.rglob("*.py"))
    )
    everything = [
        (file, number)
        for file in files
        for number, _ in enumerate(mutations(ast.parse(file.read_text(encoding="utf-8"))))
    ]
    chosen = random.Random(asked.seed).sample(everything, min(asked.count, len(everything)))
    started = time.monotonic()
    if not survives(files[0], ast.parse(files[0].read_text(encoding="utf-8")), tests, 3600):
        sys.exit("the tests fail without any mutation")
    limit = 5 * (time.monotonic() - started) + 5
    left = 0
    for file, number in sorted(chosen):
        mutation, tree = mutated(file, number)
        if survives(file, tree, tests, limit):
            left += 1
            print(f"{file}:{mutation.line}: {mutation.before}  ->  {mutation.after}", flush=True)
    print(f"{left} of {len(chosen)} survived; {len(everything)} are possible", flush=True)


if __name__ == "__main__":
    main()
