"""The answer sheet: which rings there are for a paper and where they stand, to print it and to read it."""
