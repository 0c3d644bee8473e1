"""What many answers say of the questions: sums that add up, items, tests, difficulties, flags.

The way is from rows to `sheets`, from these to `counted` answers, to `summed` items, to `item_result` and
`flags`; beside it from sheets to `paper_results` and `rasch`. All but the log is pure and needs no library.
"""
