"""quizmill: one question bank in; an Anki deck, worksheets with keys, flashcards and a terminal quiz out."""
