from hypothesis import given
from hypothesis import strategies as st

from provaudit.match.folded import fold
from provaudit.match.reading import MAX_SENTENCE, MAX_WORDS, read_words

odd_text = st.text(alphabet=st.sampled_from("abcDE'\"“”‘’—–…ﬁﬀéÉıİ\u00ad\u200b\u00a0ß .\n"), max_size=60)


@given(odd_text)
def test_every_folded_offset_maps_into_the_source(text):
    folded = fold(text)
    places = [folded.source(offset) for offset in range(len(folded.text))]
    assert all(0 <= place < len(text) for place in places)
    assert places == sorted(places)


@given(odd_text)
def test_words_read_back_what_the_source_prints(text):
    reading = read_words(text)
    for word, form in enumerate(reading.forms):
        printed = fold(reading.raw(word)).text.replace(".", "").replace(",", "")
        assert printed == form.replace(".", "").replace(",", "") or form == "usa"


def test_typography_does_not_change_the_words():
    curly = read_words("“It’s the ﬁrst — and last — of them,” she said…")
    plain = read_words('"It\'s the first - and last - of them," she said…')
    assert curly.forms == plain.forms


def test_invisible_characters_split_no_word():
    assert read_words("harb\u00adour mas\u200bter").forms == ("harbour", "master")


def test_a_word_after_a_ligature_is_found_where_it_stands():
    text = "The oﬃce of the ﬁre brigade closed."
    reading = read_words(text)
    assert reading.raw(reading.forms.index("brigade")) == "brigade"
    assert reading.raw(reading.forms.index("office")) == "oﬃce"


def test_initials_and_titles_end_no_sentence():
    reading = read_words("Mr. Bell met Gen. J. K. Rowe of the U.S. Army. They talked in Jan. 2016. It rained.")
    assert len(reading.sentences) == 3


def test_thousands_commas_are_dropped_and_list_commas_are_not():
    assert read_words("1,234 and 1,2").forms == ("1234", "and", "1,2")


def test_the_country_and_the_pronoun_are_two_words():
    assert read_words("The US told us, and the U.S. told us.").forms.count("usa") == 2


def test_a_page_without_end_is_cut():
    reading = read_words("word " * (MAX_WORDS + 500))
    assert len(reading) == MAX_WORDS
    assert max(last - first for first, last in reading.sentences) <= MAX_SENTENCE
