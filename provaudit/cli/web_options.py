"""The settings as the web wants them."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from provaudit import __version__
from provaudit.cli.request import Request
from provaudit.errors import UsageError
from provaudit.trace import WebOptions


def cache_folder(configured: Path | None) -> Path:
    """Where upstream pages are kept: as configured, else below the user's cache folder (XDG)."""
    if configured is not None:
        return configured.expanduser()
    base = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    return Path(base).expanduser() / "provaudit"


def web_options(request: Request) -> WebOptions:
    """Budgets, manners and evidence of one run."""
    settings = request.settings
    keys, unset = settings.provider_keys(os.environ)
    if unset:
        raise UsageError(f"the settings take a key from the environment, but {', '.join(unset)} is not set")
    options = WebOptions(
        max_requests=settings.max_requests,
        max_seconds=settings.max_seconds,
        host_gap=settings.host_gap,
        # A replay depends on its evidence alone.
        cache_dir=None if request.replay else cache_folder(settings.cache_dir),
        record=request.record,
        replay=request.replay,
        ports=tuple(settings.ports),
        allow_private=tuple(settings.allow_private),
        providers=keys,
        tiers=frozenset(settings.tiers),
    )
    if settings.contact:
        return replace(options, user_agent=f"provaudit/{__version__} (+{settings.contact})")
    return options
