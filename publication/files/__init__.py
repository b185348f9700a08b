"""Files that keep the addresses they had: where they may stand, how they are kept and served."""
