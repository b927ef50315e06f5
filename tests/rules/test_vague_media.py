"""PA101: media are given as the source, and no outlet is named."""

from tests.rules.build import LEDGER, case, found, says
from tests.rules.offline import pointed_at, table

FLAGGED = {
    "media-reports-say": ("Media reports say the mayor will resign on Friday.", "Media reports say"),
    "reportedly": ("The mayor has reportedly sold her shares in the quarry.", "reportedly"),
    "he-reportedly-told-aides-hides-who-reported-it": (
        "The town had other plans.\n\nThe mayor reportedly told aides that she would resign.",
        "reportedly",
    ),
    "it-has-been-reported": ("It has been reported that the quarry will close.", "It has been reported"),
    "it-was-widely-reported": ("It was widely reported that the quarry would close.", "It was widely reported"),
    "according-to-press-reports": (
        "The quarry will close, according to press reports.",
        "according to press reports",
    ),
    "amid-reports-that": ("The visit comes amid reports that the quarry will close.", "amid reports"),
    "there-are-reports": (
        "There are unconfirmed reports that two miners are missing.",
        "There are unconfirmed reports",
    ),
    "local-media-reported": ("Local media reported that two miners were missing.", "Local media reported that"),
    "several-outlets-report": (
        "Several news outlets have reported that two miners are missing.",
        "Several news outlets have reported that",
    ),
    "the-owner-is-reported-to-have": ("The owner is reported to have left the country.", "is reported to have"),
    "a-dateline-names-no-source-of-the-sentence": (
        "HARLOW (Reuters) — Media reports say the mayor will resign on Friday.",
        "Media reports say",
    ),
    "it-is-often-said": ("It is often said that the quarry is cursed.", "It is often said"),
    "it-is-understood-after-what-is": ("The mayor will resign on Friday, it is understood.", "it is understood"),
    "it-emerged": ("The mayor will resign on Friday, it emerged.", "it emerged"),
    "it-has-emerged-that": ("It has since emerged that the quarry was sold.", "It has since emerged"),
    "state-media": ("State media reported that the general was ill.", "State media reported"),
    "a-country-s-media": ("Ruritanian media reported that the general was ill.", "Ruritanian media reported"),
    "state-media-of-a-country": ("The general is ill, Polish state radio said.", "Polish state radio said"),
    "a-country-s-press-reports": ("Greek press reports suggest the general is ill.", "Greek press reports suggest"),
    "according-to-a-country-s-papers": (
        "The general is ill, according to Dutch newspapers.",
        "according to Dutch newspapers",
    ),
    "carried-by-a-country-s-television": (
        "The speech was carried by Somali state television.",
        "carried by Somali state television",
    ),
    "multiple-outlets-at-the-end": ("The quarry is sold, multiple outlets report.", "multiple outlets report"),
    "to-two-newspapers": (
        "The quarry is sold, according to two newspapers.",
        "according to two newspapers",
    ),
    "reports-in-a-country-s-press": (
        "Reports in the Ruritanian press say the mayor will resign.",
        "Reports in the Ruritanian press say",
    ),
}

SILENT = {
    "an-outlet-reports": "The Wall Street Journal reports that the mayor will resign on Friday.",
    "reportedly-with-an-outlet": "The mayor will reportedly resign on Friday, according to Reuters.",
    "amid-reports-with-the-outlet-in-the-sentence": "The news comes amid reports that the quarry will close, notes Politico.",
    "a-named-source-in-the-sentence": "Media reports say the mayor will resign, said Ada Holm, her deputy.",
    "an-unknown-masthead-is-still-named": "The mayor will reportedly resign, the Orme Valley Gazette said.",
    "inside-quotation-marks": '"Media reports say I will resign, and they are wrong," Mayor Ruth Kessler said.',
    "police-reports-are-no-media-reports": "Two miners are missing, according to police reports seen on Monday.",
    "reports-of-a-fire": "Firefighters answered reports of a fire at the quarry on Monday.",
    "reported-to-the-police": "It was reported to the police on Monday that a van had been stolen.",
    "the-media-as-a-topic": "The media were kept behind a rope while the mayor walked to the quarry.",
    "reporting-earnings": "The quarry reported a loss of 3 million euros in its annual accounts.",
    "a-country-s-one-agency-can-be-found": "Ruritania's state news agency reported that the general was ill.",
    "a-country-s-media-as-a-topic": "Ruritanian media have been under the censor's eye for years.",
    "a-country-s-station-as-a-place": "The Dutch television building was on fire for an hour.",
    "a-country-s-outlet-by-name": "The Welsh newspaper Western Mail reported that the general was ill.",
    "told-to-a-country-s-media": "She told Swedish media that the general was ill.",
    "a-country-that-speaks": "The Dutch said the general was ill.",
    "it-emerged-from-the-water": "The wreck was gone until it emerged from the mud in March.",
    "what-is-understood-is-no-hearsay": "The rule works once it is understood by those who use it.",
    "said-with-a-name": "It is often said that the quarry is cursed, said Ada Holm, who works there.",
    "two-newspapers-as-things": "He had two newspapers under his arm.",
    "reports-in-a-drawer": "She found the reports in the second drawer of a desk.",
    "the-headline-alone": "Mayor reportedly to resign\n\nThe mayor will resign on Friday, her deputy, Ada Holm, said.",
}


@table(FLAGGED)
def test_media_without_an_outlet_are_flagged(case):
    text, words = case
    assert pointed_at("PA101", text) == [words]


@table(SILENT)
def test_it_is_silent(case):
    assert pointed_at("PA101", case) == []


def test_each_sentence_is_flagged_once():
    assert (
        len(pointed_at("PA101", "Media reports say she reportedly quit.\n\nIt has been reported that he did too.")) == 2
    )


def test_an_outlet_as_venue_names_the_source():
    draft = case(
        "The mayor reportedly told the Daily Ledger so.",
        says("The mayor", "told", "so", venue="the Daily Ledger", venue_outlet=LEDGER),
    )
    assert found("PA101", draft) == []
