"""PX902 unused-suppression: a suppression that suppresses nothing.

What it flags
    An inline suppression or a front-matter ignore whose rule finds nothing there, that names a rule which does not
    exist, that cannot be read, or that lacks the reason which the settings ask for. It keeps silent on rules that
    were not selected and, where nothing was followed upstream, on rules that need it.

Why it matters
    The draft was mended and the excuse stayed. The next slip in that paragraph would pass unseen.

Guideline
    None of journalism's; the habit of every linter that is trusted.

Flagged
    <!-- provaudit: ignore[PA101] as agreed with the desk -->

    The Harlow Gazette reports that the mayor will resign on Friday.

Passes
    <!-- provaudit: ignore[PA101] as agreed with the desk -->

    Media reports say the mayor of Harlow will resign on Friday.

What to do
    Take the suppression out, or correct the rule it names.
"""

from collections.abc import Iterator

from provaudit.model import Case, Severity
from provaudit.rules.rule import Remark, Scope, rule_of


def _check(_case: Case) -> Iterator[Remark]:
    """Find nothing: only who suppresses can tell what was not suppressed (see `suppressions`)."""
    yield from ()


RULE = rule_of(__doc__, severity=Severity.WARNING, scope=Scope.STATE, check=_check)
