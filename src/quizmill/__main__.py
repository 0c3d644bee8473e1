"""`python -m quizmill` is `quizmill`."""

from quizmill.cli.main import main

main()
