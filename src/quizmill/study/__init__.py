"""A learner at work on a paper: the sitting as pure steps, its results, and what they say."""
