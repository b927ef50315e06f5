"""Papers that an outlet has seen, and papers that it has made."""

import pytest

from provaudit.model import SourceKind


@pytest.mark.parametrize(
    "phrase",
    ["Emails reviewed by The Intercept", "Documents leaked to Der Spiegel", "text messages verified by the BBC"],
)
def test_a_paper_that_an_outlet_has_seen_is_a_document(source_of, phrase):
    source = source_of(phrase, cue="show")
    assert (source.kind, source.outlet) == (SourceKind.DOCUMENT, None)


@pytest.mark.parametrize("phrase", ["a survey conducted by The Intercept", "an investigation by The Intercept"])
def test_a_paper_that_an_outlet_has_made_stays_the_outlets(source_of, phrase):
    assert source_of(phrase, cue="showed").outlet.id == "intercept"
