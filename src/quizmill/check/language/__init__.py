"""What rules know of the English a question is written in: words, leads, options, and kinds of answer."""
