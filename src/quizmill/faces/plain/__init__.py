"""The plain face: lines in, lines out, the same typed, piped and read aloud."""
