"""Rules that look at the whole bank."""
