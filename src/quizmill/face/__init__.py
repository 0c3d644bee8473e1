"""What both faces of a quiz share: the words they say, and text made harmless for a terminal."""
