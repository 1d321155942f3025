"""The only door between what is known and what may be seen."""
