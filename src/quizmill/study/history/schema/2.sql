-- Version 2: what was called a deed is an event; a sitting has a key, so that the same one is known again in
-- another file, and may have been brought from elsewhere; questions can be set aside. Rows are only ever added.

DROP VIEW marked;
DROP VIEW answer;

CREATE TABLE sitting_2 (
  id        INTEGER PRIMARY KEY,
  key       TEXT NOT NULL UNIQUE, -- the same in every file that has this sitting: what is merged twice adds nothing
  origin    TEXT,                 -- empty: sat here; else what it was brought from: a history, a page, a collection
  began     INTEGER NOT NULL,     -- milliseconds since 1970, UTC
  namespace TEXT NOT NULL,        -- of the bank
  bank      TEXT NOT NULL,        -- its folder
  place     TEXT NOT NULL,        -- practice, exam, review or cram
  minutes   REAL,                 -- the time limit, if there was one
  seed      INTEGER,              -- of the paper; empty, with what follows, where there was none
  questions INTEGER,              -- on the paper
  start     BLOB                  -- the sitting before its first question: JSON, compressed with zlib
) STRICT;

INSERT INTO sitting_2
  SELECT id, sitting_key(id, began, namespace, bank, place, minutes, seed, start), NULL,
    began, namespace, bank, place, minutes, seed, questions, start
  FROM sitting;

DROP TABLE sitting;
ALTER TABLE sitting_2 RENAME TO sitting;
CREATE INDEX of_bank ON sitting (namespace, place);

ALTER TABLE deed RENAME TO event; -- (sitting, number) is its key in every file

CREATE TABLE suspension (      -- a question set aside, or taken up again; the latest about it tells
  id        INTEGER PRIMARY KEY,
  origin    TEXT,              -- as in sitting
  at        INTEGER NOT NULL,  -- milliseconds since 1970, UTC
  namespace TEXT NOT NULL,
  question  TEXT NOT NULL,
  suspended INTEGER NOT NULL,  -- 1: set aside, 0: taken up again
  reason    TEXT NOT NULL,     -- learner: because they said so; leech: it was missed too often
  UNIQUE (namespace, question, at)
) STRICT;

CREATE VIEW answer AS  -- what stands
  SELECT * FROM event
  WHERE verdict IS NOT NULL
    AND id NOT IN (SELECT supersedes FROM event WHERE supersedes IS NOT NULL);

CREATE VIEW marked AS  -- what counts
  SELECT * FROM answer WHERE verdict IN ('right', 'partial', 'wrong');
