"""Who is meant: the registry of outlets, and the source that each mention of a draft stands for."""

from provaudit.identify.publisher import outlet_of, publisher_of
from provaudit.identify.registry import Registry
from provaudit.identify.sources import identify

__all__ = ["Registry", "identify", "outlet_of", "publisher_of"]
