"""One module a command, whose `command` it is; none imports another."""
