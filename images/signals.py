"""What images tells to strangers, inside the transaction."""

from django.dispatch import Signal

# What is said of a picture was changed: its alternative texts, its credit …
# Arguments: sender (Picture), picture (Picture).
picture_changed = Signal()
