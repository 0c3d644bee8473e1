"""English sentences: what is said, where its verb stands, and the questions that it answers."""
