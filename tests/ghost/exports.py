"""Writes exports as Ghost does, of what a test says."""

import json

TAGS = [
    {"id": "t1", "name": "U.S. Trade", "slug": "us-trade"},
    {"id": "t2", "name": "港口", "slug": "gang-kou"},
    {"id": "t3", "name": "#newsletter", "slug": "hash-newsletter"},
]
USERS = [
    {"id": "u1", "name": "Ada Example", "slug": "ada"},
    {"id": "u2", "name": "Bo Example", "slug": "bo"},
]
SETTINGS = [
    {"key": "title", "value": "The Harbour"},
    {"key": "description", "value": "News of a harbour"},
    {"key": "locale", "value": "en"},
    {"key": "timezone", "value": "Asia/Shanghai"},
    {"key": "secret", "value": None},
]


def post(number=1, **values):
    """A row of the table of posts."""
    return {
        "id": f"p{number}",
        "uuid": f"00000000-0000-4000-8000-{number:012}",
        "comment_id": f"c{number}",
        "title": f"Headline {number}",
        "slug": f"headline-{number}",
        "html": "<p>One line.</p>",
        "plaintext": "One line.",
        "feature_image": None,
        "type": "post",
        "status": "published",
        "visibility": "public",
        "published_at": "2023-05-04T10:00:00.000Z",
        "updated_at": "2023-05-04T10:00:00.000Z",
        "custom_excerpt": None,
        **values,
    }


def export(*posts, **tables):
    """The document. The first post has two tags and two authors, in an order of their own."""
    data = {
        "posts": list(posts),
        "tags": TAGS,
        "users": USERS,
        "settings": SETTINGS,
        "posts_tags": [
            {"post_id": "p1", "tag_id": "t1", "sort_order": 1},
            {"post_id": "p1", "tag_id": "t2", "sort_order": 0},
            {"post_id": "p1", "tag_id": "t3", "sort_order": 2},
        ],
        "posts_authors": [
            {"post_id": "p1", "author_id": "u1", "sort_order": 1},
            {"post_id": "p1", "author_id": "u2", "sort_order": 0},
        ],
        "posts_meta": [],
        **tables,
    }
    return json.dumps({"db": [{"meta": {"version": "5.80.0"}, "data": data}]}, ensure_ascii=False)
