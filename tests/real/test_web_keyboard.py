"""By keys alone every kind of question is answered, in Chromium and in Firefox."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

import samples
from chromium import PROGRAM as CHROMIUM
from npm_packages import packages
from quizmill.app.opening import SoundBank
from web_pages import page_of

pytestmark = pytest.mark.proof
RUN = Path(__file__).with_name("keyboard_run.mjs")
FIREFOX = next(filter(None, map(shutil.which, ("firefox-esr", "firefox"))), None)


@pytest.mark.parametrize(
    ("browser", "program"), [("chrome", CHROMIUM), ("firefox", FIREFOX)], ids=["chromium", "firefox"]
)
def test_every_kind_is_answered_by_keys(browser, program, tmp_path, tmp_path_factory):
    if not program:
        pytest.skip(f"{browser} is not here: nobody goes through its page by keys")
    npm = packages(tmp_path_factory, "puppeteer-core@24.43.1")
    page = tmp_path / "quiz.html"
    page.write_text(page_of(SoundBank(tmp_path, samples.load(tmp_path).bank)), "utf-8")
    done = subprocess.run(
        ["node", RUN, browser, program, page],
        cwd=npm,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    found = json.loads(done.stdout)

    assert found["wrong"] == []
    assert found["requests"] == []
    assert len(found["verdicts"]) == 9
    assert "none" not in found["verdicts"].values()
    assert found["result"]
