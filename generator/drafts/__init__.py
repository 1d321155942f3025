"""Writes records and notes the way people write them: text, names of files, and what to ask for.

Whether what is written may stand in an archive is asked by the same checks as always, in `drafting/`.
"""
