"""What a log says, summed by a database: the statistics once, as Ibis expressions; the only door to Ibis.

The way is from rows to one row for each sheet (`sheet_table`), to layouts that say which sheets are plain
(`layouts`), to sums of items (`item_table`). What is odd goes through plain Python and is added (`odd`).
"""
