"""What readers would see change between two states of an archive, as sentences.

Only what may be seen is compared, and words of people are taken from the newer state only:
what stood there before may be what is withdrawn now.
"""
