"""The log of answers as Parquet, a file for each batch that was added; the only door to pyarrow, an extra."""
