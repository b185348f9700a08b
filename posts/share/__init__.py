"""The picture that networks and messengers show beside a link to a post."""
