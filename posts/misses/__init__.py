"""What readers ask for and do not find: counted by the day, bounded, nothing about who asked."""
