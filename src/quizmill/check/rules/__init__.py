"""One rule a module: its id, its severity, its page (the docstring) and one pure function."""
