"""What it costs to know the outlets."""

import subprocess
import sys

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


def test_a_long_text_gives_every_name_that_stands_in_it():
    registry = Registry.load()
    text = (
        "The mayor told CNN on Monday that the Post was wrong, and the council said nothing of it for a week. " * 5000
    )
    assert len(registry.names_in(text, Span(0, len(text)))) == 10000
