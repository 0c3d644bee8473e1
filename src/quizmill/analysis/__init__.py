"""What many answers say of the questions: sums that add up, items, papers, Rasch difficulties, and flags.

The way is from rows to `sittings`, from these to `counted` answers, to `summed` items, to `item_result` and
`flags`; beside it from sittings to `paper_results` and `rasch`. Everything is pure and needs no library.
"""
