"""The demo newsroom: its content as files, and what loads it. Nothing else depends on it."""
