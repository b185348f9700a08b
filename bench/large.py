"""Pages and searches with 100,000 posts, which are made once for both.

make bench-large
"""

from bench import pages, search


def main() -> None:
    """Prints everything."""
    pages.main()
    print()
    search.main()


if __name__ == "__main__":
    main()
