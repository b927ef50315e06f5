"""Who is meant: the registry of outlets, and the source that each mention of a draft stands for."""

from provaudit.identify.registry import Registry

__all__ = ["Registry"]
