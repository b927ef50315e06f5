"""The door: `provaudit` and `python -m provaudit`."""

import sys


def main() -> None:
    """Run the command line and leave with its exit code.

    `--version` is answered here, before anything that costs start-up time is imported.
    """
    if sys.argv[1:] in (["--version"], ["-V"]):
        from provaudit import __version__

        sys.stdout.write(f"provaudit {__version__}\n")
        return
    from provaudit.cli import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
