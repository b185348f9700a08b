"""The admin at the level of requests: what a browser sends, forged or not."""
