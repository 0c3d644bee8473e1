"""Which questions, in which order: a selection from a bank becomes a paper of exercises."""
