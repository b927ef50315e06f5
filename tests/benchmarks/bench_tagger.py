"""What the tagger finds and costs: bench_tagger.py CORPUS.jsonl.gz SCORER.py [--model DIR]

CORPUS has one article a line (id, text, attributions), SCORER a function score(articles, predictions, boot).
Figures stand beside those of a baseline in the same run: quotation marks with "X said" by one regular expression.
Loading and memory are measured in a process of its own, from its start. CPU time, one thread.
"""

import argparse
import gzip
import importlib.util
import json
import re
import resource
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

from provaudit.attribute.tagger import SHIPPED, LearnedTagger
from provaudit.model import Span

_SAID = r"(?:said|says|told|wrote|added|asked|tweeted)"
_NAME = r"(?:[A-Z][\w.’'-]+ ){0,3}[A-Z][\w’'-]+|he|she|they|it"
_QUOTED = re.compile(rf"[“\"][^”\"\n]+[”\"][ ,]*(?:(?:{_NAME}) {_SAID}|{_SAID} (?:{_NAME}))?")
_INDIRECT = re.compile(rf"(?P<source>{_NAME}) (?P<cue>{_SAID}) (?P<content>(?:that )?[^.\n]+)")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("scorer", type=Path)
    parser.add_argument("--model", type=Path, default=SHIPPED)
    parser.add_argument("--start-only", action="store_true", help="used by the script itself")
    options = parser.parse_args()
    if options.start_only:
        return _start(options.model)
    sys.path.insert(0, str(options.scorer.parent))
    spec = importlib.util.spec_from_file_location("scorer", options.scorer)
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    articles = _articles(options.corpus)
    words = sum(len(article.text.split()) for article in articles)
    tagger = LearnedTagger.load(options.model)
    speeds = {}
    for name, read in (("baseline", _baseline), ("tagger", lambda article: _tagged(tagger, article))):
        began = time.process_time()
        predictions = {article.id: read(article) for article in articles}
        speeds[name] = words / (time.process_time() - began)
        figures, _ = scorer.score(articles, predictions, boot=0)
        print(_line(name, figures), f"  {speeds[name]:,.0f} words a CPU second")
    print(f"the tagger at {speeds['tagger'] / speeds['baseline']:.3f} of the baseline's speed, {words} words")
    child = [sys.executable, __file__, str(options.corpus), str(options.scorer), "--model", str(options.model)]
    print(subprocess.run([*child, "--start-only"], capture_output=True, text=True, check=True).stdout.strip())
    return None


def _articles(path):
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [
            SimpleNamespace(**{k: row[k] for k in ("id", "text", "attributions")}) for row in map(json.loads, lines)
        ]


def _blocks(text):
    return [Span(found.start(), found.end()) for found in re.finditer(r"[^\n]*\S[^\n]*", text)]


def _tagged(tagger, article):
    found = tagger.tag(article.text, _blocks(article.text))
    return [{k: [list(s) for s in getattr(t, k)] for k in ("source", "cue", "content")} for t in found]


def _baseline(article):
    made = [{"source": [], "cue": [], "content": [list(m.span())]} for m in _QUOTED.finditer(article.text)]
    made += [
        {role: [list(found.span(role))] for role in ("source", "cue", "content")}
        for found in _INDIRECT.finditer(article.text)
    ]
    return made


def _line(name, figures):
    shown = [f"{key} {100 * figures[key][2]:.1f}" for key in ("detect", "detect+source", "token")]
    subsets = figures["subset_recall"]
    shown.append(f"source right {100 * figures['source_acc_on_detected']:.1f}")
    shown += [f"{s} {100 * subsets[s]['detect+source']:.1f}" for s in ("outlet_any", "according_to") if s in subsets]
    return f"{name:9s} " + "  ".join(shown)


def _start(model):
    text = "\n".join(["“The plant will shut in June,” Mayor Ada Lund told the board, according to minutes."] * 57)
    tagger = LearnedTagger.load(model)
    loaded = time.process_time()
    tagger.tag(text, _blocks(text))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"from process start: {loaded:.2f} s CPU to load, {time.process_time():.2f} s with {len(text.split())} words "
        f"read, peak memory {peak:.0f} MB"
    )


if __name__ == "__main__":
    main()
