"""The full-screen face of a quiz: Textual over the same sitting that the plain face leads."""
