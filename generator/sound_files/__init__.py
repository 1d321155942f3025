"""What can be told of a recording by its file alone: size, checksum, type by its first bytes, and how long it runs.

Nothing is played or decoded, and no other program is asked; what is not plain to read is left out.
"""
