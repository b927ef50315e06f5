"""The walk for one draft: read → attribute → identify → trace ↻ chain → judge."""

from __future__ import annotations

from provaudit.audit.desk import Desk, Reading, extract, open_desk
from provaudit.audit.walk import Interrupted, audit

__all__ = ["Desk", "Interrupted", "Reading", "audit", "extract", "open_desk"]
