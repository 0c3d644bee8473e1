"""What quizmill does, without a command line: the Python API.

The functions below are promised to programs that import quizmill. Each imports what it needs when it is
called, so that importing this package costs nothing::

    from quizmill import app

    bank = app.open_bank("my-bank")
    paper = app.choose(bank, topics=("tea",), count=10, seed=7)
    mark = app.mark_answer(paper.exercises[0], "b", bank)
    print(mark.verdict, app.feedback(mark, bank))
    app.write_deck(bank, "tea.apkg", paper)
    app.write_worksheet(bank, "monday", paper)

The other modules of this package are what the commands call; they may change.
"""

from quizmill.app.api import (
    choose,
    export_bank,
    feedback,
    import_files,
    mark_answer,
    open_bank,
    write_deck,
    write_worksheet,
)

__all__ = [
    "choose",
    "export_bank",
    "feedback",
    "import_files",
    "mark_answer",
    "open_bank",
    "write_deck",
    "write_worksheet",
]
