"""A tenth kind, put in as the page says: mypy and the search for overlooked kinds name what must learn it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs/developing/new-kind.md"
SEARCH = """
import sys
from pathlib import Path
from architecture.kinds import overlooked
modules = sorted(Path(sys.argv[1]).rglob("*.py"))
print(*(path.relative_to(sys.argv[1]) for path in modules if overlooked(path.read_text("utf-8"))), sep="\\n")
"""


@pytest.mark.proof
def test_what_must_learn_a_new_kind_is_named(tmp_path: Path):
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shown = re.search(r" *```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert shown
    questions = tmp_path / "src/quizmill/bank/model/questions.py"
    text = questions.read_text(encoding="utf-8")
    text = text.replace("\n\nQuestion = (", f"\n\n{textwrap.dedent(shown[1])}\n\nQuestion = (Sorting |", 1)
    text = re.sub(r"^KINDS.*{$", r'\g<0>"sorting": Sorting,', text, count=1, flags=re.MULTILINE)
    questions.write_text(text, encoding="utf-8")

    def run(*arguments: str) -> str:
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=tmp_path,
            env={"PYTHONPATH": f"{tmp_path / 'src'}:{ROOT / 'tests'}", "HOME": str(tmp_path)},
            capture_output=True,
            text=True,
            check=False,
        ).stdout

    typed = run("-m", "mypy", "--follow-imports=silent", "src/quizmill/compose/exercise.py")
    tables = run("-c", SEARCH, str(tmp_path / "src/quizmill")).split()

    assert typed.count('has incompatible type "Sorting"; expected "Never"') == 3
    assert {"bank/skeletons.py", "formats/gift.py", "formats/qti21.py"} <= set(tables)
