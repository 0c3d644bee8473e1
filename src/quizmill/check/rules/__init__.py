"""One module a rule, in the folder of what it looks at; a new one is run by being there."""
