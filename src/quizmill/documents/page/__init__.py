"""A document beside its facts and questions, as a page to work through."""
