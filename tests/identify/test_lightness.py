"""What it costs to know the outlets."""

import subprocess
import sys
import time

from provaudit.identify import Registry
from provaudit.model import Span

USES = """
import sys
from provaudit.identify import Registry, identify
from provaudit.model import Article, Span
registry = Registry.load()
registry.names_in("as Politico and cnn.com reported", Span(0, 32))
registry.lookup("The Post")
registry.by_domain("https://www.cnn.com/x")
print(" ".join(sorted(sys.modules)))
"""


def test_names_and_known_domains_are_looked_up_without_heavy_libraries():
    done = subprocess.run([sys.executable, "-c", USES], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "provaudit.identify.registry" in loaded
    heavy = {"tldextract", "requests", "httpx", "tomllib", "difflib", "rich", "lxml", "numpy", "idna"}
    assert loaded & heavy == set()


def test_the_registry_is_read_in_a_blink():
    """About 5 ms of CPU; the bound leaves room for a slow machine, parsing the TOML would still break it."""
    Registry.load()
    begun = time.process_time()
    for _ in range(3):
        Registry.load()
    assert (time.process_time() - begun) / 3 < 0.05


def test_a_long_text_is_read_at_a_million_characters_a_second():
    """Measured at about 6 million on one core; the bound leaves room for a slow machine."""
    registry = Registry.load()
    text = (
        "The mayor told CNN on Monday that the Post was wrong, and the council said nothing of it for a week. " * 5000
    )
    registry.names_in(text, Span(0, 1000))
    begun = time.process_time()
    found = registry.names_in(text, Span(0, len(text)))
    spent = time.process_time() - begun
    assert len(found) == 10000
    assert len(text) / spent > 1_000_000
