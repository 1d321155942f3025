"""One small archive for all tests that disturb builds, with its states made once."""

import pytest

from tests.publishing.workshop import Workshop


@pytest.fixture(scope="session")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """Give the archive, with a site before each kind of build."""
    return Workshop(tmp_path_factory.mktemp("workshop"))
