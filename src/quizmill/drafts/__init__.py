"""Facts become questions: a start that a person finishes."""
