"""How posts from other systems are taken in, many at once: the steps of `posts.actions.take_in`.

Read, decide, store: what is there is asked of the database for all of them together, what becomes
of each is decided without it, and what is to be written is written for all of them together.
"""
