"""What ids of records may be; how they are written is the grammar of names in `load/names.py`."""

ID_LIMIT = 80
"""Characters that an id has at most."""
