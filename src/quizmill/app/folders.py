"""The folders that the system gives each user for a program's data and for its copies."""

from __future__ import annotations

from pathlib import Path

import platformdirs


def cache_folder() -> Path:
    """Where copies are kept that cost only time when they are lost."""
    return platformdirs.user_cache_path("quizmill", appauthor=False)


def default_history() -> Path:
    """The learner's history, unless another is named."""
    return platformdirs.user_data_path("quizmill", appauthor=False) / "history.db"


def default_answers_key() -> Path:
    """The key of the pseudonyms in logs of answers, unless another is named; not where such logs are."""
    return platformdirs.user_config_path("quizmill", appauthor=False) / "answers.key"
