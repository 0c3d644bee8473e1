"""What rules measure with: chance, figures in a text, options as posed, texts alike, ease of reading."""
