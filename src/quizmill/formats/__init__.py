"""Other programs' files: a module a format, which reads it, writes it, or both, and a table that names them.

What a format keeps, changes and loses is said once, as data, in its matrix; the report of every loss is
computed from that, and what only the content of a question decides is added by who reads or writes it.
"""
