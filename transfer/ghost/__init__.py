"""What a Ghost site exports: one JSON document with the rows of its tables."""
