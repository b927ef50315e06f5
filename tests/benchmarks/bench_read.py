"""What reading costs, as a ratio to a named baseline, so that figures of different machines compare.

Run: python tests/benchmarks/bench_read.py
Baselines: trafilatura.extract alone on the same pages; for plain text and Markdown, decoding the bytes and splitting
them into words. CPU seconds, the least of five runs each.
"""

import time
from collections.abc import Callable
from pathlib import Path

FIXTURES = Path(__file__).parent.parent.parent / "fixtures"
RUNS = 5
SENTENCES = (
    "The harbour board voted on Tuesday to sell the eastern pier, according to minutes that the Port Times has seen.",
    "“We had no other choice,” chairman Rolf Quay told Radio North. “It costs more than it brings in.”",
    "Sources close to the board said the contract had been signed in March, and nobody had read it since.",
)


def cpu(run: Callable[[], object]) -> float:
    """CPU seconds of the fastest of a few runs."""
    times = []
    for _ in range(RUNS):
        start = time.process_time()
        run()
        times.append(time.process_time() - start)
    return min(times)


def pages() -> list[bytes]:
    """The article pages of the fixtures, each filled up with paragraphs to the length of a real article."""
    filler = "".join(f"<p>{sentence} {sentence}</p>" for sentence in SENTENCES * 5)
    return [
        path.read_bytes().replace(b"</article>", filler.encode() + b"</article>", 1)
        for path in sorted((FIXTURES / "pages").glob("*.html"))
        if b"</article>" in path.read_bytes()
    ]


def main() -> None:
    """Print one line for each format."""
    from trafilatura import extract

    from provaudit.read import read_bytes, read_page

    sources = pages()
    ours = cpu(lambda: [read_page(source, url="https://site.example/a") for source in sources])
    theirs = cpu(lambda: [extract(source) for source in sources])
    print(f"html      {ours / len(sources) * 1000:7.2f} ms a page   {ours / theirs:5.1f} x trafilatura alone")
    text = "\n\n".join(SENTENCES * 2000).encode()
    words = len(text.split())
    split = cpu(lambda: text.decode().split())
    for name in ("draft.txt", "draft.md"):
        took = cpu(lambda name=name: read_bytes(text, name=name))
        print(f"{name:9} {words / took:9,.0f} words a second   {took / split:5.1f} x decoding and splitting")


if __name__ == "__main__":
    main()
