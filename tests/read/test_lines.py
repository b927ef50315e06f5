"""Lines that are a credit or furniture by convention, and the sentences that only look like one."""

import pytest

from provaudit.model import BlockKind
from provaudit.read.lines import byline_names, convention, tidy

CREDITS = """\
Sources AmericaBlog, Newsmax, Politico / Photo credit: Jane Doe/Flickr
Sources: Port Times, Radio North
Source: https://porttimes.example/x
Source: Port Times
The Associated Press contributed to this report.
Jane Roe and John Doe contributed reporting.
h/t Port Times
(h/t Port Times)
via Radio North
Via: @porttimes
© Reuters
© 2017 The Associated Press. All rights reserved.
Copyright 2016 Port Times
Originally published on The Conversation
Originally published at porttimes.example
This article was originally published on The Conversation.
This story first appeared in the Port Times.
A version of this article appeared in print on May 4, 2016.
With wire services
With files from The Canadian Press
(With agency inputs)
With PTI inputs
Reuters
— AP
(AFP)
From wire reports
Reporting by Jane Roe; editing by John Doe
(Reporting by Jane Roe in London and John Doe; Editing by Ann Ode)
Additional reporting by Jane Roe
Read the full story at the Port Times
Republished with permission from Port Times
Reprinted from Port Times, May 4, 2016
Ida Marsh contributed.
Ida Marsh reported from Solthaven. Port Times writer Tom Reed contributed from Upland.
Read the rest of the story at the Port Times.
""".splitlines()

FURNITURE = """\
Skip to main content
Popular Video
Read more:
Read more: Ten piers you should see
Related: Ten piers
Advertisement
Share Tweet
Subscribe to our newsletter
Photo credit: Jane Doe/Flickr
Photo by staff photographer Jane Doe
Photos courtesy of Jane Doe
(Photo by Jane Doe/Getty Images)
-30-
— 30 —
###
# # #
ends
ENDS
***
HARBOUR-VOTE
BC-US--Harbour Vote, 1st Ld-Writethru
Eds: Updates with quote.
May 12, 2016
Published: 12 May 2016, 3:40 p.m. EDT
300 words
12 comments
More from Port Times
Sent from my iPhone
Follow Ida Marsh on Twitter @idamarsh.
Watch the full interview below:
For more, sign up for the Morning Tide newsletter.
Ann Ode via Getty Images.
Ann Ode / Reuters.
Getty.
"Related:"
""".splitlines()

SENTENCES = """\
Sources say the deal is close.
Sources said the meeting took place in May.
Sources close to the mayor denied it.
Sources of income must be declared.
Via a spokesman, he said no.
Via a spokesman, Mayor Tarn said no.
Copyright law has changed in ways nobody foresaw.
The report, published Tuesday by the ministry, found that four in ten had paid.
The article was published on Thursday by the Port Times and names three men.
The story was first reported by the Port Times, which cited two officials.
First published in 1925, the novel remains in print.
First reported by the Port Times, the deal has angered the union.
Adapted from the novel by Jane Doe, the film opens on Friday.
Provided by the hospital, the numbers show a steep rise.
Reporting by the Port Times has shown that the bid was rigged.
With information from the police, the union built its case.
With agencies short of staff, the count took days.
More from the ministry is expected on Friday.
He contributed to the report on piers before he left.
The money contributed to the story of his fall.
Reuters reported the sale on Monday.
By Tuesday, the pier had been sold.
Ends meet only with help from the town, she said.
"Follow us," he said.
Related cases were heard in May.
Photographs of the scene were taken by police.
Share prices fell on Monday.
Read more books, the minister told children.
The board voted on May 12, 2016.
30 people died.
Image rights were sold to Port Times in May, he said.
Follow the money, the auditor told the board.
The photographs were sold to Getty Images, a court was told.
Watch the board closely, he told the council below stairs.
Officers follow a code that is on Twitter and in print.
The senators contributed.
Photos by a neighbour show the car in flames, police confirmed.
Section 230 of the law says this: nobody is liable.
Words matter, he told the board: they are all it has.
Category 4 storms are rare, the service warned: this is one.
Video from the scene shows the car in flames.
""".splitlines()


@pytest.mark.parametrize("line", CREDITS)
def test_a_line_that_only_credits_is_a_credit(line):
    assert convention(line) is BlockKind.CREDIT


@pytest.mark.parametrize("line", FURNITURE)
def test_navigation_promotion_slugs_and_end_marks_are_furniture(line):
    assert convention(line) is BlockKind.FURNITURE


@pytest.mark.parametrize("line", SENTENCES)
def test_a_sentence_that_begins_like_a_credit_stays_a_sentence(line):
    assert convention(line) is None


@pytest.mark.parametrize(
    "line", ["Sources: Board To Sell Pier", "Opinion: Why the pier should stay", "Sources: Trump Sells Hotel"]
)
def test_a_headline_is_no_credit_and_no_promotion(line):
    assert convention(line, top=True) is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Roe", "Jane Roe"),
        ("BY JANE ROE AND JOHN DOE", "JANE ROE AND JOHN DOE"),
        ("By Jane Roe, Staff Writer", "Jane Roe, Staff Writer"),
        ("by Jane van der Berg | 12 May 2016", "Jane van der Berg"),
        ("Written by Jane Roe", "Jane Roe"),
        ("By Jane Roe, Associated Press", "Jane Roe, Associated Press"),
    ],
)
def test_a_byline_gives_its_names(line, names):
    assert byline_names(line) == names


@pytest.mark.parametrize(
    "line",
    [
        "By Tuesday, the pier had been sold.", "By Tuesday", "By then it was late", "By Election Day, All Was Lost",
        "By Sea and by Land: How the Pier Was Built", "By his own account, he lied", "Jane Roe said so",
    ],
)  # fmt: skip
def test_a_sentence_with_by_is_no_byline(line):
    assert byline_names(line) is None


def test_a_line_that_ends_in_a_pictures_credit_is_a_caption():
    line = "The mayor leaves the town hall on October 2, 2015. (Ann Ode/AFP/Getty Images)"
    assert convention(line) is BlockKind.CAPTION
    assert convention("The mayor left the town hall. (He denied it.)") is None


def test_invisible_characters_do_not_hide_a_line():
    assert convention("\u200bSkip to\u00a0main content\u200e") is BlockKind.FURNITURE
    assert tidy("a\u200bb  c") == "ab c"
