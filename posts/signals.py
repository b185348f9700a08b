"""What posts tells to strangers, after the transaction has been committed."""

from django.dispatch import Signal

# A post that readers can see was changed, came or went.
# Arguments: sender (Post), post_id (int), action (str), paths (frozenset[str]: its addresses
# before and after).
post_changed = Signal()
