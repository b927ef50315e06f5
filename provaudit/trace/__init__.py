"""Finding, fetching and proving upstream pages.

`open_web` opens one run's web; `Web.draft()` gives a draft its budget; `Tracer.find`, `Tracer.fetch` and
`Tracer.hosts` do the rest. What the web does is a value (`Miss`, `Tried`), never an exception. The HTTP library is
loaded by the first request that is really made.
"""

from provaudit.trace.cache import CacheInfo, cache_info, clean_cache
from provaudit.trace.options import WebOptions
from provaudit.trace.tracer import Tracer
from provaudit.trace.web import Web, open_web

__all__ = ["CacheInfo", "Tracer", "Web", "WebOptions", "cache_info", "clean_cache", "open_web"]
