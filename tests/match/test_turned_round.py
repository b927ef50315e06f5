"""Denials, plans and doubts in the builds of real copy: told where they turn the claim, silent where they do not."""

import pytest

from tests.match.test_own_words import judged

AGREE = """\
the operator accepts the inspectors' account | the operator does not dispute the inspectors' account
the operator does not deny the charge | the operator does not deny the charge
the Dairy Alliance does not back the bill | the Grain Council supports the bill; the Dairy Alliance does not
the Grain Council supports the bill | the Grain Council supports the bill; the Dairy Alliance does not
the council did not exclude a further cut | the council did not rule out a further cut
the port will reopen on Thursday | the port will remain shut until Thursday
the minister would not say who paid | the minister did not say who paid
the senator voted against the measure | three senators voted for the measure and one, the senator, voted against it
pupils neither slept longer nor moved more | pupils did not sleep longer or move more
the mayor was unaware of the loan | the mayor did not know of the loan
the phones do harm | critics say that the phones do harm
workers rejected the offer | workers voted against the offer
the cracks were not mended | the cracks had not been mended, which the ministry does not deny
people in the town could see smoke | smoke could be seen by people in the town
the firm is thinking about selling the plant | the firm is considering selling the plant, two people briefed on it said
the firm wants to sell the plant | the firm hopes to sell the plant
the firm hopes to sell the plant | the firm is hoping to sell the plant
the shop closed in May | the shop was closed in May
the ministry is against the bonus | the plan could include a bonus, which the ministry has opposed so far
hoses may be used again from Saturday | the ban on hoses will be lifted on Saturday, so they may be used again
farms did not waste water | she denied that farms wasted water
the mayor said that some farms had no meters | the mayor denied that farms wasted water and said that some had no meters
Hall denies that he took the money | Hall has always rejected claims that he took the money
it is still open whether the bank will sell | the bank has not decided whether it will sell
the firm promised to pay but could not | the firm was not able to pay as it had promised to do
the treasurer will not be the next chairman | the treasurer ruled himself out as the next chairman
most of the crew would have died had there been no lifeboats | most of the crew would have died but for the lifeboats
it was wrong not to wait for the survey of the bridge | the mayor said he should have waited for the survey of the bridge
two-thirds of the farmers have no insurance against hail | a third of the farmers are insured against hail
most of the tenants were not able to leave | fewer than half of the tenants were able to leave
the party has nine seats in the council | without the party's nine seats in the council the mayor falls
the firm had not decided whether to sell the mill | the firm was bound by the ruling on the mill it may sell
the benefits of the dam are not in dispute | the benefits of the dam are undisputed
the storms have become no more frequent | the storms have not become any more common
the drug did more good than harm | the drug did more good than harm
the beam was polished but not joined | the beam was polished but not joined
the court postponed the case for lack of money | the court put off the case because money was short
the cable will end the cuts on the islands | the cable is supposed to end the cuts on the islands
the party would come first with 38 percent | polls suggest the party would come first with 38 percent
the firm is hopeful that deliveries start in May | the firm said it hoped that deliveries start in May
it is not known whether the mayor will run again | the mayor has not said if she will run again
a school is said to be interested in the hall | a school is interested in the hall, sources familiar with the talks said
the driver was looking at his phone | the driver was holding his phone, looking at it
the bank bought the mill from the town | the town sold the mill to the bank
Dunmore beat Kells by three points in the final | Kells lost the final to Dunmore by three points
he had never flown before the accident | the flight in which the accident happened was the first time he had flown
Hart no longer works for the council | Hart used to work for the council before he moved to Leeds
the council has not yet voted on the budget | the council will vote on the budget next week
the council has yet to vote on the budget | the council is due to vote on the budget next week
the bill was not paid | the bill went unpaid
the firm did not tell its customers about the leak | the firm kept the leak secret from its customers
it was impossible to open the doors | the doors could not be opened
the minister did not attend the meeting | the minister stayed away from the meeting
the ministry did not respond to questions | the ministry did not immediately respond to questions
the road is still closed | the road has not reopened
the road has not reopened | the road remains closed
Hart was refused bail | Hart must remain in custody, the judge ruled, turning down his request for bail
the club has not won a match since May | the club last won a match in May
there was not enough money for the bridge | there was too little money for the bridge
the team had too little time to repair the ship | the team did not have enough time to repair the ship
police are not looking for anyone else | police are looking for no one else
no date has been set for the trial | a trial date is yet to be set
the trial has no date yet | no date has been set for the trial
the army said it had not shelled the village | the army denied shelling the village
the army denied shelling the village | the army rejected a report that it had shelled the village
Hart is accused of stealing ten cars | prosecutors say Hart stole ten cars
the sea could rise by a metre | the sea is projected to rise by up to a metre
it is unclear whether the firm will survive | the firm's survival is in doubt
the talks are expected to resume on Monday | the talks should resume on Monday
the ministry wants to have vaccinated all adults by June | the ministry plans to vaccinate all adults by June
"""
TURNED = """\
negation | the operator disputes the inspectors' account | the operator does not dispute the inspectors' account
negation | the surveyor ruled out a flaw in the steel | the surveyor could not rule out a flaw in the steel
negation | the Dairy Alliance supports the bill | the Grain Council supports the bill; the Dairy Alliance does not
negation | the committee voted to approve the scheme | the committee voted not to approve the scheme until May
negation | forecasters expect more rain before Sunday | forecasters do not expect more rain until Sunday
negation | members voted for the pay offer | members voted against the pay offer
negation | the minister said who paid for the trip | the minister would not say who paid for the trip
negation | the museum knows how the leopard left Benin | the museum does not know how the leopard left Benin
negation | the firm had a say in the design of the study | the firm had no say in the design of the study
negation | the captain was told that a door had jammed | the captain was not informed that a door had jammed
negation | pupils at the schools reported less bullying | pupils at the schools did not sleep longer or report less bullying
negation | phones do no harm to pupils | that does not mean that phones do no harm to pupils
negation | she voted for the farm bill in 2018 | she was not among the senators who voted for the farm bill in 2018
negation | fish in the north did better than the rest | fish in the north did no better than the rest
negation | the man has been charged with arson | the man was arrested over arson on Monday. He has not been charged
negation | prices rose by 4 percent in May | rents kept rising all year. Prices fell by 4 percent in May
negation | the strike at the port went ahead on Monday | the strike at the port was suspended on Monday
negation | the board kept its plan to cut allowances | the board dropped its plan to cut allowances
negation | Kole used campaign money to pay for a trip | the panel dismissed a complaint that Kole used campaign money to pay for a trip
negation | police have questioned the envoy | police have not been able to question the envoy
negation | the town pays nurses more than its neighbour | the town pays nurses less than its neighbour
negation | the state will expel the envoys | the state will not expel the envoys until it has seen proof
negation | the drug did more harm than good | the drug did more good than harm
negation | the beam was joined but not polished | the beam was polished but not joined
negation | the treasurer is the next chairman | the treasurer ruled himself out as the next chairman
negation | he attended the meetings of the board | he was barred from attending the meetings of the board
negation | a third of the farmers are insured against hail | a third of the farmers are not insured against hail
negation | the permit was given with the consent of the town | the permit was given without the consent of the town
negation | the mayor should not have waited for the survey | the mayor should have waited for the survey
hedge | the firm will resume deliveries in May | the firm hopes to resume deliveries in May
hedge | the party will come first with 38 percent | polls suggest the party would come first with 38 percent
hedge | the council decided to charge for garden waste | the council is looking at charging for garden waste
hedge | a small number of cells were damaged by a machine | engineers believe that a small number of cells were damaged
hedge | she has lost most of her vines | the grower believes she has lost most of her vines
negation | the town bought the mill from the bank | the town sold the mill to the bank
negation | the town voted on the budget | the town has not yet voted on the budget
negation | Norway has imposed limits too | Britain and Spain have imposed limits too. Norway has not, because it buys elsewhere
negation | parliament approved the fines in 2020 | he wants the law to allow the fines. Parliament rejected that in 2020
negation | the banks insist on insurance against frost | few growers have insurance against frost. The banks do not insist on it
hedge | the state tried to poison a defector | Britain accused the state of trying to poison a defector
hedge | the firm has found a buyer for the leases | it remains open whether the firm has found a buyer for the leases
hedge | the firm has closed its warehouse in Reno | the firm plans to close its warehouse in Reno
hedge | the team will return to the lake in June | the team hopes to return to the lake in June
hedge | the rebels killed 17 soldiers | the rebels killed 17 soldiers, said a doctor who asked not to be named
hedge | the fire had been started on purpose | she believed that the fire had been started on purpose
number | inflation is triple the target of the bank | inflation is double the target of the bank
number | the forest is 40 kilometres from the zoo | the forest is 14 kilometres from the zoo and has 30 to 40 lynxes
number | about a quarter of the jobs are at risk | about a fifth of the jobs are at risk
number | the bank raised rates by half a point | the bank raised rates by a quarter of a point
"""
SAME_AMOUNT = """\
roughly 3,000 people have left the town | about half of the town's 6,000 people have left
nearly two thirds of teachers like the ban | 64 percent of teachers like the ban
two board members wanted a rise | two of the nine board members wanted a rise
the offer was worth 4.5 percent this year and 3 percent next year | they offered 4.5 percent this year and 3 percent next
nearly three-quarters of the districts lost people | 212 of the 290 districts lost people
the bank raised rates by 0.25 points | the bank raised rates by a quarter of a percentage point
"""


@pytest.mark.parametrize("pair", [*AGREE.splitlines(), *SAME_AMOUNT.splitlines()])
def test_what_agrees_in_another_build_has_no_drift(pair):
    draft, upstream = pair.split(" | ")
    assert judged(draft, upstream).drift == ()


@pytest.mark.parametrize("line", TURNED.splitlines())
def test_what_is_turned_round_is_told(line):
    kind, draft, upstream = line.split(" | ")
    assert {str(drift.kind) for drift in judged(draft, upstream).drift} == {kind}
