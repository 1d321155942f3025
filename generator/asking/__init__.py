"""Asks the outside world about the addresses that an archive names, on request only; no build comes here.

The one part that opens a connection. What it learns are dated answers as lines of data, which builds read offline.
"""
