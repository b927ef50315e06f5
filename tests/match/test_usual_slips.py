"""The slips of deadlines: a figure of something else, another rate or day, somebody else's words; and what is none."""

import pytest

from provaudit.model import DriftKind
from tests.match.test_own_words import judged

DIFFER = """\
number | the line runs 19 trips a day | the line runs 19 trips a week
number | owners will pay about $118 more a month | owners will pay about $118 more a year
number | the party promised to cut the tax by 18% | the party promised to cut the tax to 18% from 20%
number | the winner earns $20,000 for the win and $75,000 for the record | the winner earns $75,000 for the win and $20,000 for the record
number | 74% of those who voted backed action, on a turnout of 87% | 87% of those who voted backed action, on a turnout of 74%
number | net income rose 11 percent to $259 million | net income rose 11 percent to $287 million, compared with $259 million a year earlier
number | all the schools will close | some of the schools will close
number | the fund has paid out £2m so far | the fund of £2m has paid out £640,000 so far
date | the first train is to be delivered in the first half of 2027 | the first train is to be delivered in the second half of 2027
date | the firm expects to complete the sale in the second quarter | the firm expects to complete the sale in the third quarter
date | the council first meets on September 22 | The result is published on September 22. The council first meets on October 6
date | the line will publish a new timetable next month | the line will publish a new timetable next week
date | they hope to complete the merger in the fall of 2026 | they hope to complete the merger in the spring of 2026
name | Jodie Farr said the pumps had failed to start | Brenda Swales, 71, who has lived there for years, said the pumps had failed to start
name | Morocco's Isaac Kip won the men's race | The men's race was won by Ugandan Isaac Kip
name | On Monday Liberal leader Jolita Mey said the party might support a minority government | On Monday Greens leader Jolita Mey said the party might support a minority government
name | the company's chair, Moira Tennant, blamed higher wages | The chief executive, Moira Tennant, blamed higher wages
name | the hooker Matt Garside needed four stitches | The flanker Matt Garside needed four stitches
negation | the two unions said they would not support the strike | The two unions said they would support the strike. The third rejected it
name | her son-in-law, Dilip Varma, called the police | her neighbour, Dilip Varma, called the police
name | Ann Lee was named chief executive | Ann Lee was named chair of the firm
name | the flight left London for Paris | the flight left Paris for London
number | more than 200 people attended | fewer than 200 people attended
negation | nobody was killed in the crash | three people were killed in the crash
negation | three people were hurt in the crash | nobody was hurt in the crash
negation | few policies exclude quakes | most policies exclude quakes
negation | residents will no longer travel at half price | residents will continue to travel at half price
negation | the time was the fastest in a decade | the time was the slowest in a decade
negation | the trains will run on seven electrified lines | the trains will run on seven non-electrified lines
negation | food supplies were not sufficient until the weekend | food supplies were sufficient until the weekend
negation | drivers at three train companies have voted against a strike | drivers at three train companies have voted to strike
negation | the minister said he would intervene in the dispute | the minister said he would not intervene in the dispute
negation | police do not believe the attack was targeted | police said the attack was believed to be targeted
negation | the passenger count rose to 71,400 | the passenger count was 71,400, down from 88,000
hedge | the county will sue the airline | the county did not know yet and could not rule out that it will sue the airline
hedge | the owner misused the cooker | the maker contended that the owner misused the cooker
"""

AGREE = """\
two board members wanted a rise | two of the nine board members wanted a rise
1.2 million people have fled, most of them to Tarn | More than 9,000 people have died, and 1.2 million have fled, mostly to Tarn
fourteen people were slightly hurt | the ferry ran aground with 283 people on board, and 14 were slightly hurt
the fleet should be in service by the end of 2029 | The first train comes in 2027, and the fleet should be in service by December 2029
the tackle hurt his knee in the third quarter | the back left in the second quarter, and the tackle hurt his knee early in the third
the kettles were on sale until November 2023 | the kettles were on sale between September 2022 and November 2023
the port will not open until Monday | the port will stay shut until Monday
the three members cast the no votes | the three members voted no
drivers voted for a strike in a row over pay | drivers voted for a strike in a dispute over pay
cooked food may not be sold at the market | the council has banned the sale of cooked food at the market
the teenager faces a charge of theft | the teenager is accused of theft
the count rose to 71,400 | the count was 71,400, up from 62,000
the mayor said charges had not gone up | the mayor, who took office in May, said charges had not gone up
Uganda's Isaac Kip won the race | the race was won by Ugandan Isaac Kip
the first half of the match was dull | the first half of the match was dull
Ann Lee denied that the leak had been ignored | Jan Bo said the leak had been ignored, which Ann Lee denied
nobody was killed in the crash | nobody was killed in the crash, in which three people were hurt
most of the schools will close | the schools will close, most of them in May
the driver is treated as a witness rather than a suspect | the driver is treated as a witness and not as a suspect
the government has ruled out paying more | the government will not pay any more
the fire killed three people and injured five | the fire killed three people and injured five
the striker Leo Brandt needed four stitches | The captain, Leo Brandt, needed four stitches
the deputy mayor, Ann Poe, opened the bridge | The mayor's deputy, Ann Poe, opened the bridge
the former mayor, Ann Poe, opened the bridge | Ann Poe, who is now a senator, opened the bridge
the party won 51 percent of the vote, to 47 for the rest | the party won 51 percent of the vote, against 47 for the rest
campaigners said the pubs were the last in their village | the group Save Our Locals said the pubs were the last in their village
the plan cuts the tax by 2 points to 18% | the plan cuts the tax to 18% from 20%
"""


@pytest.mark.parametrize("line", DIFFER.splitlines())
def test_a_slip_is_told_for_what_it_is(line):
    kind, claim, page = line.split(" | ")
    assert {drift.kind for drift in judged(claim, page).drift} == {DriftKind(kind)}


@pytest.mark.parametrize("line", AGREE.splitlines())
def test_what_says_the_same_is_no_slip(line):
    claim, page = line.split(" | ")
    assert judged(claim, page).drift == ()
