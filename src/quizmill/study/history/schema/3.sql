-- Version 3: a flag lasts from one sitting to the next; events about a question are found in the order of days.
-- Rows are only ever added.

CREATE TABLE flag (            -- a flag put on a question, or taken off; the latest about it tells
  id        INTEGER PRIMARY KEY,
  origin    TEXT,              -- as in sitting
  at        INTEGER NOT NULL,  -- milliseconds since 1970, UTC
  namespace TEXT NOT NULL,
  question  TEXT NOT NULL,
  flagged   INTEGER NOT NULL,  -- 1: put on, 0: taken off
  UNIQUE (namespace, question, at)
) STRICT;

DROP INDEX of_question;
CREATE INDEX of_question ON event (namespace, question, day) WHERE question IS NOT NULL;
