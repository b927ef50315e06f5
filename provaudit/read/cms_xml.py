"""XML from agencies and content systems: told apart by the root element, parsed without entities or external loads."""

from xml.etree.ElementTree import Element, ParseError

from provaudit.errors import InputError
from provaudit.model import Article
from provaudit.read.encoding import NotTextError, decode
from provaudit.read.sniff import charset_of


def read(data: bytes, name: str, content_type: str | None, url: str | None) -> Article:
    """The article in a NewsML-G2, NITF, WXR or XHTML document."""
    from provaudit.read import newsml, nitf, wxr

    root = root_of(data, name)
    match local(root):
        case "nitf":
            return nitf.article(root, name)
        case "newsItem" | "newsMessage" | "itemSet" | "conceptItem" | "packageItem":
            return newsml.article(root, name)
        case "rss":
            return wxr.article(root, name)
        case "html":
            from provaudit.read import read_bytes

            return read_bytes(data, name=name, url=url, content_type=content_type, format="html", max_size=len(data))
        case tag:
            raise InputError(name, f"is XML of a kind not read here (<{tag}>); NewsML-G2, NITF and WXR are")


def root_of(data: bytes, name: str) -> Element:
    """The root element. Raises `InputError` for broken XML and for entity declarations, which no story needs."""
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        text = decode(data, charset_of(data, None)).text
        root: Element = fromstring(_without_declaration(text))
    except NotTextError as error:
        raise InputError(name, str(error)) from error
    except DefusedXmlException as error:
        raise InputError(name, "is XML that declares entities; it is refused for safety") from error
    except (ParseError, ValueError) as error:
        raise InputError(name, f"is broken XML ({error}); export it again") from error
    except RecursionError as error:
        raise InputError(name, "is XML nested too deeply to be a story") from error
    return root


def _without_declaration(text: str) -> str:
    """The text without the declaration, whose encoding is that of the bytes and no longer true."""
    start = text.lstrip()
    return start[start.index("?>") + 2 :].lstrip() if start.startswith("<?xml") and "?>" in start else start


def local(element: Element) -> str:
    """The element's name without its namespace."""
    return str(element.tag).rsplit("}", 1)[-1]


def find_all(root: Element, *names: str) -> list[Element]:
    """All elements below with one of the local names, in document order."""
    return [element for element in root.iter() if isinstance(element.tag, str) and local(element) in names]


def first_text(root: Element, *names: str) -> str | None:
    """The text of the first element that has some, the names tried in order."""
    for name in names:
        for element in find_all(root, name):
            words = " ".join("".join(element.itertext()).split())
            if words:
                return words
    return None
