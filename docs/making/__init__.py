"""How the pages of the documentation that are made from the code are made: a module a page."""
