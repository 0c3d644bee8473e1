"""A paper becomes bytes: one module for each format, and `publish` to write them."""
