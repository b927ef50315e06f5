"""Addresses of links: which lead to a page, and what they are in full."""

from urllib.parse import urljoin

_NO_PAGES = ("javascript:", "mailto:", "tel:", "data:", "sms:", "whatsapp:", "#")


def leads_to_a_page(href: str) -> bool:
    """Whether a link leads anywhere but to the page it stands on, a program or a letter."""
    folded = href.strip().lower()
    return bool(folded) and not folded.startswith(_NO_PAGES)


def absolute(base: str, href: str) -> str:
    """The address in full, as far as `base` tells; a malformed one as it stands."""
    try:
        return urljoin(base, href.strip())
    except ValueError:
        return href.strip()
