"""How bank files are read: bytes, text, tree, records, links; the door is `quizmill.bank.load`."""
