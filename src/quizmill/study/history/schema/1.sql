-- Version 1, as quizmill 0.1 made it. This file never changes: what comes after is a script of its own.
-- Rows are only ever added.

CREATE TABLE sitting (
  id        INTEGER PRIMARY KEY,
  began     INTEGER NOT NULL,  -- milliseconds since 1970, UTC
  namespace TEXT NOT NULL,     -- of the bank
  bank      TEXT NOT NULL,     -- its folder
  place     TEXT NOT NULL,     -- practice, exam, review or cram
  minutes   REAL,              -- the time limit, if there was one
  seed      INTEGER NOT NULL,
  questions INTEGER NOT NULL,  -- on the paper
  start     BLOB NOT NULL      -- the sitting before its first question: JSON, compressed with zlib
) STRICT;

CREATE TABLE deed (
  id         INTEGER PRIMARY KEY,
  sitting    INTEGER NOT NULL REFERENCES sitting,
  number     INTEGER NOT NULL, -- of the action in its sitting, from 1
  at         INTEGER NOT NULL, -- milliseconds since 1970, UTC
  day        INTEGER NOT NULL, -- the learner's day, from 4 am, as Python's date.toordinal() counts
  seconds    REAL NOT NULL,    -- since the question was shown
  elapsed    REAL NOT NULL,    -- seconds since the sitting began, without breaks
  done       INTEGER NOT NULL, -- 1: nothing of the sitting is left to do
  action     TEXT NOT NULL,    -- JSON
  place      TEXT NOT NULL,    -- as in sitting
  namespace  TEXT NOT NULL,    -- as in sitting

  -- of the question that the action answers, marks anew or takes back; else empty
  question   TEXT,
  digest     TEXT,             -- of what was asked: a rewording has another
  supersedes INTEGER,          -- the deed whose answer this one replaces or takes back
  text       TEXT,             -- the answer as typed; empty with all below where one was taken back
  response   TEXT,             -- what it means, as JSON
  verdict    TEXT,             -- right, partial, wrong, skipped or unmarked
  earned     REAL,
  possible   REAL,
  appealed   INTEGER,          -- 1: counted as right because the learner said so
  hinted     INTEGER,
  rating     INTEGER,          -- 1 again, 2 hard, 3 good, where this answer scheduled the question

  -- the question's schedule from here on, whether this deed changed it or not; empty before the first
  stability  REAL,
  difficulty REAL,
  due        INTEGER,          -- a day, as above
  last       INTEGER,          -- the day of the answer that scheduled

  UNIQUE (sitting, number)     -- one sitting cannot go on in two terminals
) STRICT;

CREATE INDEX of_question ON deed (namespace, question) WHERE question IS NOT NULL;
CREATE INDEX answered ON deed -- all that statistics read
  (namespace, question, day, verdict, earned, possible, rating) WHERE verdict IS NOT NULL;
CREATE INDEX superseded ON deed (supersedes) WHERE supersedes IS NOT NULL;
CREATE INDEX of_bank ON sitting (namespace, place);

CREATE VIEW answer AS  -- what stands
  SELECT * FROM deed
  WHERE verdict IS NOT NULL
    AND id NOT IN (SELECT supersedes FROM deed WHERE supersedes IS NOT NULL);

CREATE VIEW marked AS  -- what counts
  SELECT * FROM answer WHERE verdict IN ('right', 'partial', 'wrong');
