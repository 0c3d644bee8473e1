"""Is the bank good? Rules over a sound bank and its documents, and the report of what they find."""
