"""A paper as documents of a word processor (.docx), to edit: worksheets and their key, made with python-docx.

The extra `office` has what it needs. What paper cannot show, such as Arabic or emoji, stands here as it is
written. Equal in, equal out.
"""
