"""Rules that hold the bank against its documents."""
