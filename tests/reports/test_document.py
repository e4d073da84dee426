"""The page of report kinds says what the catalogue says."""

import pytest

from appeal_core.catalog.loader import report_kinds
from appeal_core.reports.document import PAGE, page


def test_the_page_of_report_kinds_is_current():
    """Run `python -m appeal_core.reports.document` when this fails."""
    assert PAGE.read_text(encoding="utf-8") == page()


@pytest.mark.parametrize("kind", report_kinds().kinds, ids=lambda k: k.code)
def test_every_kind_says_what_it_gives_and_what_it_lacks_in_both_languages(kind):
    for text in (kind.name, kind.gives, kind.lacks):
        assert text.en and text.zh
    assert kind.code in page()
