"""Reads what people wrote: text in, values with places and problems out. It guesses nothing and never raises."""
