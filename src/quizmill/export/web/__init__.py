"""A quiz as one page that needs nothing else: no server, no network, no account.

What is asked goes in as data (`payload`), how it is asked as a script of small modules (`script/`, put
together by `joiner`), and `page` puts both into one file.
"""
