"""Pages, searches and the desk with 100,000 posts, which are made once for all of them.

make bench-large
"""

from bench import desk, pages, search


def main() -> None:
    """Prints everything."""
    pages.main()
    print()
    search.main()
    print()
    desk.main()


if __name__ == "__main__":
    main()
