"""An Anki deck from exercises: `release.export_anki` is the door, and what it returns are bytes.

A deck is published again and again, and learners import each release over the last. So everything here
serves two promises: nothing a learner has done is lost, and nothing arrives twice.
"""
