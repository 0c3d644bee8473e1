"""Rules that look at one fact."""
