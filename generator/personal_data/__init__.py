"""Personal data and secrets in what people write: e-mail, telephone, PINs, private links, houses, names.

`search.py` puts the rules together; each of the others knows one kind and reads a text in its plain form.
"""

from generator.personal_data.search import Found, search
from generator.personal_data.whole_file import check_text, search_file

__all__ = ["Found", "check_text", "search", "search_file"]
