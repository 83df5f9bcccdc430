"""Entry point: the command line."""

from __future__ import annotations


def main() -> None:
    """Run the command line."""
    from bankrm.cli.app import run

    run()


if __name__ == "__main__":
    main()
