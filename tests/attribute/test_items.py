import pytest

from provaudit.attribute import items
from provaudit.attribute.found import cut

LIST = "What others say:\n\n- Wired: the bank has lost two keys.\n- Reuters: the bank will pay.\n* BBC News: Its chief will quit.\n"


def test_list_items_that_open_on_an_outlet_are_its(claims):
    assert claims(LIST) == [
        ("Wired", "the bank has lost two keys"),
        ("Reuters", "the bank will pay"),
        ("BBC News", "Its chief will quit"),
    ]


def test_a_speaker_in_such_an_item_stands_inside_the_outlet(claims):
    assert claims("They write:\n\n- The Guardian: “It was a theft,” Ann Pell said.\n") == [
        ("Guardian > Ann Pell", "“It was a theft,”")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The evening:\n\n- Time: 7 pm on Friday in the hall.\n- Focus: three bridges and a ferry.\n",
        "We read:\n\n- Reuters: a British news agency.\n- Axios: the site of many lists.\n",
        "Links:\n\n- Reuters: https://example.org/a-long-address\n- Axios: see below\n",
    ],
)
def test_items_that_explain_or_announce_are_nobodys_words(read, text):
    assert read(text) == ()


def test_a_long_list_is_read_once_and_not_once_for_every_item(read, monkeypatch):
    cuts = []
    monkeypatch.setattr(items, "cut", lambda spans, away: cuts.append(away) or cut(spans, away))
    many = "".join(f"- Reuters: the bank of pier {number} will pay.\n" for number in range(200))
    assert len(read(f"Links:\n\n{many}")) == 200
    assert len(cuts) <= 2 * 200
