"""What a learner did, kept in one SQLite file: the one impure part of `study`, and its door to SQLite.

Rows are only ever added. A sitting is a row with its whole paper, every event a row beneath it: replaying
them gives the sitting again. What stands is what no later row supersedes.
"""
