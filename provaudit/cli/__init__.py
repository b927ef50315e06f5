"""Options in, exit code out."""

from provaudit.cli.edge import run

__all__ = ["run"]
