"""Finding posts by their words, with PostgreSQL alone: docs/decisions/0005-search.md."""
