"""A new rule is one module and nothing else: the one that the page shows is put in and works."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import samples
from commands import environment

PAGE = Path(__file__).parents[2] / "docs/developing/new-rule.md"
# What a module in the folder itself would be: found there, and nowhere named.
WITH_IT = """
import sys
import quizmill.check.rules.question as folder
folder.__path__.append(sys.argv.pop(1))
from quizmill.cli.main import main
main()
"""


def test_the_smallest_rule_is_found_in_its_folder(tmp_path: Path):
    shown = re.search(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert shown
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules/shouting.py").write_text(shown[1], encoding="utf-8")
    bank = samples.write(tmp_path, tea=samples.TOPIC.replace("true tea made?", "true tea made!"))

    def quizmill(*arguments: str) -> str:
        typed = [sys.executable, "-c", WITH_IT, str(tmp_path / "rules"), *arguments]
        around = environment(tmp_path / "cache")
        return subprocess.run(
            typed, cwd=tmp_path, env=around, capture_output=True, text=True, check=False
        ).stdout

    assert quizmill("check", "--bank", str(bank), "--rule", "shouting") == (
        f'{bank}/tea.yaml:5:13: advice[shouting] the prompt ends with "!"\n'
        "  5 |     prompt: From which plant is *every* true tea made!\n"
        "    |             ^\n"
        "  help: ask it quietly\n"
        "1 piece of advice\n"
    )
    assert quizmill("rules", "shouting").startswith("shouting (advice)\n\nA prompt ends with an exclamation")
