"""How a quiz speaks to a learner: `plain` line by line, `screen` in the whole terminal, the rest shared."""
