"""Rules that look at one question and what it rests on."""
