"""What posts tells to strangers, after the transaction has been committed."""

from django.dispatch import Signal

# A post that readers can see was changed, came or went.
# Arguments: sender (Post), post_id (int), action (str), keys (frozenset[str]: the lists that
# changed, see posts.keys), paths (frozenset[str]: its addresses before and after, decoded).
post_changed = Signal()

# Many posts were changed at once by one action: no post_changed is sent of each.
# Arguments: sender (Post), post_ids (list[int]), action, keys and paths as above.
posts_changed = Signal()

# A text was handed in for review or scheduled: of a post that no reader saw, or a newer draft.
# Arguments: sender (Post), post_id (int).
post_handed_in = Signal()
