"""Rules that look at the writing of one question."""
