"""The command line: `commands` parse what was typed, call the application and print; the rest they share."""
