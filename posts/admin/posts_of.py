"""The way from a tag, a category or an author to their posts in the list of the desk."""

from urllib.parse import urlencode

from django.urls import reverse

from posts.models import Author
from taxonomy.models import Category, Tag


def posts_of(row: Tag | Category | Author) -> str:
    """`/admin/posts/post/?tag=en/ai`: what `filters` understands."""
    if isinstance(row, Author):
        asked = {"author": row.slug}
    else:
        asked = {str(row._meta.model_name): f"{row.language}/{row.slug}"}
    return f"{reverse('admin:posts_post_changelist')}?{urlencode(asked, safe='/')}"
