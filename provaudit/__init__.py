"""provaudit: a source-provenance auditor for newsrooms."""

__version__ = "0.1.0"
