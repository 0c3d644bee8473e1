"""What a reader of answer sheets doubts, as a page on which a person decides it."""
