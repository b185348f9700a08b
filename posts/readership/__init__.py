"""How often posts were read, by the day: numbers out of access logs, and nothing about readers."""
