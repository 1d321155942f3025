"""Makes an archive of any size and measures builds of it; no part of a build, and nothing else imports it."""
