"""What an archive of one's own begins with: the files in `archive/`, filled with a few choices, and what is carried.

Asking, reading and writing are left to `cli/init.py`.
"""
