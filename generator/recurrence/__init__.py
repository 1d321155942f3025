"""Recurring calls: a rhythm as one value, from which its sentence, its rule and its dates come."""
