"""What a renderer is told besides the audits."""

from __future__ import annotations

from dataclasses import dataclass

from provaudit.model import Severity


@dataclass(frozen=True, slots=True)
class RenderOptions:
    """How an output is to look. The defaults suit a pipe.

    `width` is in terminal columns. `several` says that the user named more than one input, though perhaps only one
    could be audited. `failures` are the inputs with no audit: name and reason, one line each. `fail_on` is the
    severity from which a finding fails the run, None for never. `root` is the absolute folder that paths are shown
    relative to. `offline` says that nothing was followed because the user asked so. `notes` adds the reader's notes
    to the terminal view, for those who do not see them on stderr.
    """

    width: int = 80
    color: bool = False
    unicode: bool = True
    several: bool = False
    failures: tuple[tuple[str, str], ...] = ()
    fail_on: Severity | None = Severity.ERROR
    root: str | None = None
    offline: bool = False
    verbose: bool = False
    quiet: bool = False
    notes: bool = False

    def fails(self, severity: Severity) -> bool:
        """Whether a finding of this severity fails the run."""
        return self.fail_on is not None and severity.rank <= self.fail_on.rank
