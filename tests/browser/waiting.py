"""Waits in an open page until something holds, asking from outside.

The browser's driver would evaluate words within the page between two looks, which the policy of the site refuses.
"""

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

LONGEST = 30.0
"""Seconds after which what has not come will not come."""
_BETWEEN = 20
"""Milliseconds between two looks."""


def wait_until(page: "Page", holds: str, arg: object = None) -> None:
    """Wait until an expression in JavaScript, or a function of one argument, gives something that is true.

    Raises TimeoutError, which quotes it, when that does not happen.
    """
    last = time.monotonic() + LONGEST
    while not page.evaluate(holds, arg):
        if time.monotonic() > last:
            raise TimeoutError(f"not so after {LONGEST:.0f} seconds: {holds}")
        page.wait_for_timeout(_BETWEEN)
