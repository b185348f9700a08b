"""Measurements, run by hand (`make bench`). Nothing here fails for being slow."""
