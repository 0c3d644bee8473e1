"""A batch of the log: one Parquet file that other programs read as it is."""

from __future__ import annotations

import io
import random

import duckdb
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyarrow import parquet

from logged import ANN, ANSWERS, BO, answer
from quizmill.analysis.log.batch import batch_of, check_batch, read_batch
from quizmill.errors import FileUnusable
from quizmill.grade import Verdict

ROWS = [
    answer(ANN, answered=1_796_061_600_123, seconds=2.5, chosen=(0, 2), text="雷军", team="7A"),
    answer(BO, verdict=Verdict.SKIPPED, earned=0.0, chosen=()),
]
KEY = "0011223344556677"


def test_duckdb_reads_it_as_it_is(tmp_path):
    (tmp_path / "one.parquet").write_bytes(batch_of(ROWS, KEY).saved())
    (tmp_path / "none.parquet").write_bytes(batch_of([], KEY).saved())
    found = duckdb.connect()
    found.execute("SET TimeZone = 'UTC'")
    said = found.sql(f"SELECT * FROM read_parquet('{tmp_path}/*.parquet') ORDER BY student")

    assert dict(zip(said.columns, map(str, said.types), strict=True)) == {
        "answered": "TIMESTAMP WITH TIME ZONE",
        "namespace": "VARCHAR",
        "question": "VARCHAR",
        "digest": "VARCHAR",
        "kind": "VARCHAR",
        "student": "VARCHAR",
        "team": "VARCHAR",
        "paper": "VARCHAR",
        "form": "VARCHAR",
        "number": "INTEGER",
        "place": "VARCHAR",
        "attempt": "INTEGER",
        "chosen": "SMALLINT[]",
        "text": "VARCHAR",
        "verdict": "VARCHAR",
        "earned": "DOUBLE",
        "possible": "DOUBLE",
        "seconds": "DOUBLE",
        "source": "VARCHAR",
    }
    first, second = said.project("epoch_ms(answered), student, chosen, verdict, earned, seconds").fetchall()
    assert first == (1_796_061_600_123, ANN, [0, 2], "right", 1.0, 2.5)
    assert second == (None, BO, [], "skipped", 0.0, None)


@settings(max_examples=30)
@given(st.lists(ANSWERS, max_size=6), st.randoms(use_true_random=False))
def test_what_is_saved_is_read_again_whatever_the_order(rows: list, chance: random.Random):
    batch = batch_of(rows, KEY)
    read = read_batch(batch.saved(), "a.parquet")
    chance.shuffle(rows)

    assert (read.id, read.key, list(read.rows(""))) == (batch.id, KEY, list(batch.rows("")))
    assert sorted(map(repr, read.rows(""))) == sorted(map(repr, rows))
    assert batch_of(rows, KEY).saved() == batch.saved()


@settings(max_examples=30)
@given(st.lists(ANSWERS, max_size=8), st.sets(st.sampled_from([ANN, BO])))
def test_forgetting_leaves_the_others_the_same_rows(rows, gone):
    batch = batch_of(rows, KEY)
    left = read_batch(batch.without(gone).saved(), "a.parquet")

    assert list(left.rows("")) == [row for row in batch.rows("") if row.student not in gone]
    assert list(batch.of(gone).rows("")) == [row for row in batch.rows("") if row.student in gone]
    assert batch.without_rows(set(batch.of(gone).rows(""))).table == left.table
    assert left.id == batch.id
    assert check_batch(left.saved(), "a.parquet") == (left.id, KEY, len(list(left.rows(""))))
    assert not any(student.encode() in left.saved() for student in gone)


def refused(data: bytes) -> str:
    with pytest.raises(FileUnusable) as found:
        list(read_batch(data, "a.parquet").rows("a.parquet"))
    return str(found.value)


def refused_unread(data: bytes) -> str:
    with pytest.raises(FileUnusable) as found:
        check_batch(data, "a.parquet")
    return str(found.value)


def test_one_byte_that_has_changed_is_damage():
    data = bytearray(batch_of(ROWS * 50, KEY).saved())
    data[40] ^= 1

    assert refused(bytes(data)).startswith("a.parquet: it is damaged (")
    assert refused(bytes(data)).endswith(
        "); put back a copy of it, or delete it and add again what its answers are from"
    )
    assert refused_unread(bytes(data)) == refused(bytes(data))


@pytest.mark.parametrize("part", [0.2, 0.5, 0.99])
def test_one_that_is_cut_off_is_damaged(part):
    data = batch_of(ROWS, KEY).saved()
    cut = data[: int(len(data) * part)]

    assert refused(cut).startswith("a.parquet: it is damaged (")
    assert refused_unread(cut) == refused(cut)


def foreign(table: pa.Table, **told: str) -> bytes:
    file = io.BytesIO()
    parquet.write_table(
        table.replace_schema_metadata({f"quizmill.{name}": said for name, said in told.items()}), file
    )
    return file.getvalue()


OURS = batch_of(ROWS, KEY).table


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"hello", "this is no Parquet file; move it out of the log"),
        (b"", "this is no Parquet file; move it out of the log"),
        (foreign(OURS), "no `quizmill answers add` has written this file; move it out of the log"),
        (
            foreign(OURS, answers="2"),
            "it has version 2; this quizmill reads version 1: update quizmill",
        ),
        (
            foreign(OURS.drop_columns("seconds"), answers="1"),
            "it is damaged (it has other columns than the log); put back a copy of it, or delete it and add "
            "again what its answers are from",
        ),
        (
            foreign(OURS.set_column(OURS.schema.names.index("team"), "team", OURS["number"]), answers="1"),
            "it is damaged (it has other columns than the log); put back a copy of it, or delete it and add "
            "again what its answers are from",
        ),
    ],
    ids=["text", "empty", "another program's", "a newer quizmill's", "other columns", "numbers for a string"],
)
def test_what_is_no_batch_is_named_with_what_to_do(data, said):
    assert refused(data) == refused_unread(data) == f"a.parquet: {said}"


def test_a_row_that_cannot_be_is_damage():
    place = OURS.schema.get_field_index("verdict")
    other = OURS.set_column(place, OURS.schema.field(place), pa.array(["right", "very right"]))

    assert "Invalid enum value 'very right'" in refused(foreign(other, answers="1"))
