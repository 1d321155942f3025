"""Lays a new file beside an archive before it is written: what is there, what its name may be, what checks say of it.

How the file looks is `drafts/`; writing it is left to the command line.
"""
