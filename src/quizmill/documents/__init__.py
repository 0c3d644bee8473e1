"""A document becomes text, and its text the skeleton of a source: where things stand, never what they say."""
