"""Rules that look at the texts of a question, a fact, a source or a topic."""
