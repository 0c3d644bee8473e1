"""A bank in the browser, as its learners will meet it: read anew whenever one of its files is saved."""
