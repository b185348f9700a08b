"""What the admin pages of all apps share: the editor for texts, lists that stay fast, plain text.

No models, and no app of its own: it knows Django's admin and the safeguards, and nothing of news.
"""
