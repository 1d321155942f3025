"""The settings of an archive that has nothing special; a test that cares for one of them replaces it."""

import datetime

from generator.settings import Settings

PLAIN = Settings(
    site_name="River archive",
    site_description="Calls of the River Assembly.",
    site_url="https://calls.example/",
    repo_url="",
    edit_uri="",
    nav=(),
    state="closed",
    zone="America/New_York",
    calendar_domain="calls.example",
    repository_is_public=True,
    indexing=False,
    notes_due_days=14,
    usual_length_minutes=60,
    records_licence="CC BY 4.0",
    records_licence_url="https://licences.example/by",
    contact="",
    notice="A reconstruction from public sources.",
    allowed_addresses=(),
    history="optional",
    today=datetime.date(2031, 6, 1),
)
