"""Dates as newsrooms write them, to ISO 8601 with as much precision as is plainly given."""

import re
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
         "sep sept september", "oct october", "nov november", "dec december"), start=1)
    for name in names.split()
}  # fmt: skip
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_ZONES = {
    "utc": "+00:00", "gmt": "+00:00", "z": "+00:00", "bst": "+01:00", "cet": "+01:00", "cest": "+02:00",
    "est": "-05:00", "edt": "-04:00", "et": "", "cst": "-06:00", "cdt": "-05:00", "ct": "", "mst": "-07:00",
    "mdt": "-06:00", "mt": "", "pst": "-08:00", "pdt": "-07:00", "pt": "", "aest": "+10:00", "aedt": "+11:00",
}  # fmt: skip
_ISO = re.compile(
    r"\b(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?", re.IGNORECASE
)
_WRITTEN = re.compile(
    rf"\b(?:(?P<month>{_MONTH})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?"
    rf"(?P<month2>{_MONTH})\.?),?\s+(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"\b(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?(?::\d\d)?\s*(?P<half>[ap]\.?\s?m\b\.?)?"
    rf"\s*(?:\(?(?P<zone>{'|'.join(_ZONES)})\b|(?P<offset>[+-]\d\d:?\d\d))?",
    re.IGNORECASE,
)
_LABEL = (
    r"(?:(?:first |last |originally )?(?:published|posted|updated|modified|created|filed|date|dated|on|at|issued)\b"
    r"[:\s]*(?:on|at)?\s*)"
)
_AROUND = re.compile(
    rf"{_LABEL}|\b(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\b\.?|[,|•·()–—\-@]|\bat\b"
    r"|\b(?:local )?time\b",
    re.IGNORECASE,
)


def iso_date(text: str) -> str | None:
    """The first full date in `text`, with its time and zone where they follow; None where there is none."""
    match = _ISO.search(text)
    if match:
        return _from_iso(match)
    match = _WRITTEN.search(text)
    if match is None:
        return None
    month = _MONTHS[(match["month"] or match["month2"]).lower()]
    day = _day(int(match["year"]), month, int(match["day"] or match["day2"]))
    if day is None:
        return None
    # The clock may stand on either side: "May 12, 2016 3:40 p.m." and "3:40 p.m. EDT, May 12, 2016".
    clock = _clock(text[match.end() : match.end() + 40]) or _clock(text[: match.start()])
    return f"{day}T{clock}" if clock else day


def is_date_line(line: str) -> bool:
    """Whether a line says when a text came out, and nothing else."""
    if len(line) > 120 or not (_ISO.search(line) or _WRITTEN.search(line)):
        return False
    rest = _CLOCK.sub(" ", _WRITTEN.sub(" ", _ISO.sub(" ", line)))
    return not re.search(r"\w", _AROUND.sub(" ", rest))


def without_dates(text: str) -> str:
    """The text with its full dates and the years alone taken out."""
    return re.sub(r",?\s*\b(?:on |in )?(?:19|20)\d\d\b", "", _WRITTEN.sub(" ", _ISO.sub(" ", text)))


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _from_iso(match: re.Match[str]) -> str | None:
    day = _day(int(match[1]), int(match[2]), int(match[3]))
    if day is None or match[4] is None:
        return day
    clock = f"{match[4]}:{match[5]}:{match[6] or '00'}"
    zone = (match[7] or "").upper()
    if zone == "Z":
        zone = "+00:00"
    elif zone and ":" not in zone:
        zone = f"{zone[:3]}:{zone[3:]}"
    return f"{day}T{clock}{zone}"


def _clock(text: str) -> str | None:
    """The time of day in `text` as hh:mm:ss and offset; a bare number is none."""
    for match in _CLOCK.finditer(text):
        if match["minute"] is None and match["half"] is None:
            continue
        hour, minute = int(match["hour"]), int(match["minute"] or 0)
        if match["half"]:
            hour = hour % 12 + (12 if match["half"][0] in "pP" else 0)
        if hour > 23 or minute > 59:
            continue
        zone = match["offset"] or _ZONES.get((match["zone"] or "").lower(), "")
        if zone and ":" not in zone:
            zone = f"{zone[:3]}:{zone[3:]}"
        return f"{hour:02}:{minute:02}:00{zone}"
    return None
