"""What both faces of a quiz share: their words, text made harmless for a terminal, and how a quiz is left."""
