"""The coverage of a bank as a page to read through."""
