"""Rules that look at one source."""
