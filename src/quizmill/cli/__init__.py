"""The commands: each parses what was typed, calls the mill, and prints."""
