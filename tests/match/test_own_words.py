"""Claims in the draft's own words: what changed is told, and what is only said otherwise is not."""

import pytest

from provaudit.match import match
from provaudit.model import Article, AttributionKind, PassageStatus, Statement

REST = "Other news was quiet on the island, where the fishing season has begun. Nothing else happened at the port."
FAITHFUL = """\
the minister was not told of the plan | the minister was unaware of the plan
no redundancies are planned at the plant | the plant has no plans to make anyone redundant
the two sides could not agree on a price | the two sides failed to agree on a price
talks ended without a deal | the talks ended with no deal
he would not say whether he will run | he declined to say whether he will run
the bridge was not damaged | the bridge was undamaged
the device had not been tested on people | the device had gone untested on people
nobody was charged over the leak | no one has been charged over the leak
the company lacks a licence to operate | the company does not have a licence to operate
the road lacks street lights | there are no street lights on the road
the court turned down the appeal | the court did not allow the appeal
the court rejected his appeal | the court would not hear his appeal
neither the pilot nor his passenger survived the crash | the pilot and his passenger both died in the crash
the vaccine is unlikely to be ready this year | the vaccine will probably not be ready this year
there is no doubt that the fire was set on purpose | the fire was without doubt set on purpose
the union left open the option of a strike | the union did not rule out the option of a strike
the law does not apply to farms | farms are exempt from the law
he never visited the island | he has not once visited the island
the museum will not reopen until May | the museum will stay closed until May
the museum will reopen in May | the museum will not reopen until May
not all of the money was spent | some of the money was not spent
the children were missing shoes and coats | the children had no shoes or coats
the line is missing a signal but the others are not | the line has no signal, unlike the others
people under 18 were not included in the trial | the trial excluded people under 18
the firm denied that it had polluted the river | the firm said it had not polluted the river
the firm had not polluted the river | the firm denied that it had polluted the river
officials denied that the dam had been unsafe | officials insisted that the dam had been safe
she refused to sign the contract | she would not sign the contract
the inspectors found nothing wrong with the brakes | the inspectors did not find anything wrong with the brakes
the player is not fit to play on Sunday | the player is unfit to play on Sunday
the prisoner has no lawyer | the prisoner does not have a lawyer
it was not only the mayor who had known of the loan | the mayor and others had known of the loan
the army is not involved in the search | the army is taking no part in the search
the two men do not speak to each other any more | the two men no longer speak to each other
the suspect allegedly stole a boat | the suspect is alleged to have stolen a boat
the suspect is accused of stealing a boat | the suspect allegedly stole a boat
the fire may have been started by a cigarette | it is possible that a cigarette started the fire
the fire could have been started by a cigarette | the fire may have been started by a cigarette
the president is expected to sign the bill | the president will probably sign the bill
the president is due to sign the bill on Friday | the president is expected to sign the bill on Friday
police believe the man acted alone | the man is believed to have acted alone
the ship appeared to be sinking | the ship was apparently sinking
the deal would be signed on Monday | the deal will be signed on Monday
the firm is to close two plants | the firm will close two plants
the firm plans to close two plants | the firm will close two plants
the firm has to pay the fine by June | the firm must pay the fine by June
he said he could walk without help | he said he can walk without help
the court ruled that the mayor must resign | the mayor has to resign, the court ruled
the mayor could face ten years in prison | the mayor faces up to ten years in prison
the president met the French ambassador on Tuesday | the president met France's envoy on Tuesday
the FBI searched the office | the Federal Bureau of Investigation searched the office
Trump spoke to the Russian ambassador | Donald Trump spoke to Russia's ambassador
the U.S. will send aid to Ukraine | the United States will send aid to Ukraine
the American firm bought a Dutch rival | the U.S. firm bought a rival in the Netherlands
Mr Smith resigned from the board of the bank | John Smith resigned from the bank's board
the UN condemned the attack in Mali | the United Nations condemned the attack in Mali
the Bank of England raised interest rates | England's central bank, the Bank of England, raised interest rates
the treaty was signed on 12 May 2016 | the treaty was signed on May 12, 2016
the treaty was signed in May 2016 | the treaty was signed on May 12, 2016
the treaty was signed in 2016 | the treaty was signed on May 12, 2016
the strike starts at 6 pm | the strike starts at 6 p.m.
the plant has been closed since 2019 | the plant closed in 2019
the shop sold eggs and milk although prices rose | although prices rose, the shop sold eggs and milk
the council will buy the land, although it is polluted | the council will buy the land, although it is polluted
the minister resigned after the vote | after the vote the minister stepped down
the town has run out of water | there is no water left in the town
the plane landed safely after an engine failed | the plane landed without incident after the failure of an engine
inflation slowed to 3 percent | inflation fell to 3 percent
the judge dismissed the case against the singer | the case against the singer was thrown out by the judge
the drug does not cure the disease, but slows it | the drug slows the disease but is no cure
sales outside Europe did not grow | sales outside Europe were flat
the team is unbeaten in ten games | the team has not lost in ten games
the team has not lost in ten games | the team has been unbeaten for ten games
"""
CHANGED = """\
negation | the minister was told of the plan | the minister was not told of the plan
negation | the court allowed the appeal | the court rejected the appeal
negation | the firm had polluted the river | the firm said it had not polluted the river
negation | she agreed to sign the contract | she refused to sign the contract
negation | the inspectors found faults in the brakes | the inspectors found no faults in the brakes
negation | the talks ended with a deal | the talks ended without a deal
negation | the player is fit to play on Sunday | the player is not fit to play on Sunday
negation | the children never saw a doctor | the children saw a doctor
negation | the road has street lights | the road has no street lights
negation | prices in the city fell by 4 percent | prices in the city rose by 4 percent
negation | the army is involved in the search | the army is not involved in the search
negation | the two sides agreed on a price | the two sides failed to agree on a price
negation | the council voted to open the school | the council voted to close the school
negation | he won the seat in the north of the city | he lost the seat in the north of the city
negation | nobody was hurt in the blast | several people were hurt in the blast
hedge | the suspect stole a boat | the suspect allegedly stole a boat
hedge | the fire was started by a cigarette | the fire may have been started by a cigarette
hedge | the president will sign the bill | the president may sign the bill
hedge | the president may sign the bill | the president will sign the bill
hedge | the firm should pay the fine | the firm must pay the fine
hedge | the man acted alone | the man is believed to have acted alone
hedge | the ship was sinking | the ship appeared to be sinking
hedge | the ministry will move to a new building | the ministry will reportedly move to a new building
hedge | the bank has lost the files | the bank has probably lost the files
hedge | the general gave the order to fire | the general is suspected of having given the order to fire
name | the president met the German ambassador on Tuesday | the president met the French ambassador on Tuesday
name | Karen Smith resigned from the board of the bank | Karen Jones resigned from the board of the bank
name | the CIA searched the office | the FBI searched the office
name | the Bank of England raised interest rates | the Bank of Japan raised interest rates
name | the ship sank off Malta | the ship sank off Cyprus
name | the firm will build a plant in Lyon | the firm will build a plant in Nantes
date | the treaty was signed on May 12, 2016 | the treaty was signed on May 21, 2016
date | the treaty was signed in March 2016 | the treaty was signed on May 12, 2016
date | the plant closed in 2018 | the plant closed in 2019
date | the strike starts at 6 pm | the strike starts at 8 p.m.
date | the talks begin on Wednesday | the talks begin on Thursday
date | the match was played in the autumn of 2011 | the match was played in the autumn of 2012
truncation | the firm will pay the fine | the firm will pay the fine, but only if the court confirms it
truncation | the law protects tenants | the law protects tenants, except those who live with their landlord
truncation | the army will leave the town | the army will leave the town provided that the rebels do too
"""


def judged(draft, upstream, **given):
    statement = Statement(draft, AttributionKind.INDIRECT, **{"sentence": draft, "dated": "2024-03-06", **given})
    return match(statement, Article(f"{upstream}.\n\n{REST}", "", published="2024-03-05"))


@pytest.mark.parametrize("pair", FAITHFUL.splitlines())
def test_another_wording_of_the_same_facts_has_no_drift(pair):
    draft, upstream = pair.split(" | ")
    found = judged(draft, upstream)
    assert found.drift == ()
    assert found.passage.status in {PassageStatus.PARAPHRASE, PassageStatus.NEAR, PassageStatus.EXACT}


@pytest.mark.parametrize("line", CHANGED.splitlines())
def test_a_changed_fact_is_told_by_its_kind(line):
    kind, draft, upstream = line.split(" | ")
    found = judged(draft, upstream)
    assert {str(drift.kind) for drift in found.drift} == {kind}
    assert (found.passage.status is PassageStatus.ALTERED) == (kind != "truncation")


@pytest.mark.parametrize("line", CHANGED.splitlines())
def test_drift_quotes_both_texts(line):
    _, draft, upstream = line.split(" | ")
    for drift in judged(draft, upstream).drift:
        assert drift.draft in draft
        assert drift.upstream in upstream
        assert drift.draft or drift.upstream


@pytest.mark.parametrize(
    "draft",
    [
        "the mayor sold three horses to a circus in Kenya",
        "the island will get a second ferry next summer",
        "police in the capital have found the stolen paintings",
    ],
)
def test_what_the_page_lacks_is_absent(draft):
    found = judged(draft, "The council voted to close the school on the hill after the storm")
    assert found.passage.status is PassageStatus.ABSENT
    assert found.passage.span is None
    assert found.drift == ()


def test_a_hedge_kept_in_the_cue_is_not_lost():
    upstream = "The driver allegedly took the money"
    assert judged("the driver took the money", upstream, cue="alleged").drift == ()
    assert judged("the driver took the money", upstream, cue="said").drift != ()


def test_a_hedge_kept_in_the_sentence_is_not_lost():
    kept = "The driver took the money, police suspect, though it may never be proved."
    assert judged("the driver took the money", "The driver allegedly took the money", sentence=kept).drift == ()


def test_unnamed_sources_are_a_hedge_the_draft_can_keep():
    upstream = "The bank will close ten branches, according to people familiar with the plan"
    claim = "the bank will close ten branches"
    lost = judged(claim, upstream, sentence="The bank will close ten branches, the Ledger wrote.")
    assert [str(drift.kind) for drift in lost.drift] == ["hedge"]
    assert judged(claim, upstream, sentence="The bank will close ten branches, sources told the Ledger.").drift == ()


def test_a_denial_in_the_cue_counts():
    upstream = "The minister denied that he had met the banker"
    claim = "he had met the banker"
    assert judged(claim, upstream, cue="denied").drift == ()
    assert {str(drift.kind) for drift in judged(claim, upstream, cue="confirmed").drift} == {"negation"}


def test_relative_dates_count_from_each_page():
    upstream = "The bridge reopened on Tuesday"
    # The page came out on Tuesday, 5 March 2024.
    assert judged("the bridge reopened yesterday", upstream, dated="2024-03-06").drift == ()
    assert judged("the bridge reopened yesterday", upstream, dated="2024-03-09").drift != ()


def test_without_a_date_of_its_own_a_draft_is_not_faulted():
    assert judged("the bridge reopened yesterday", "The bridge reopened on Tuesday", dated=None).drift == ()


def test_a_qualifier_that_the_draft_keeps_is_not_cut_off():
    upstream = "The company will pay the fine, unless the court quashes it"
    whole = "The company will pay the fine, unless a court steps in, it said."
    assert judged("the company will pay the fine", upstream, sentence=whole).drift == ()


def test_the_span_reads_back_the_passage():
    found = judged("the council rejected the plan", "After two hours, the council turned down the plan")
    page = f"After two hours, the council turned down the plan.\n\n{REST}"
    assert found.passage.span is not None
    assert page[found.passage.span.start : found.passage.span.end] == found.passage.text


def test_two_amounts_that_change_places_are_seen():
    found = judged("two people died and nine were hurt", "Nine people died and two were hurt in the crash")
    assert {str(drift.kind) for drift in found.drift} == {"number"}


@pytest.mark.parametrize("text", ["", " ", "…", "\u200b", "the of and"])
def test_a_claim_of_no_words_is_absent(text):
    assert judged(text, "The council voted").passage.status is PassageStatus.ABSENT


def test_an_empty_page_has_nothing():
    statement = Statement("the council voted", AttributionKind.INDIRECT)
    assert match(statement, Article("", "")).passage.status is PassageStatus.ABSENT
