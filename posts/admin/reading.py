"""What a post's page shows to those who may read it at the desk and not change it."""

from typing import Any

from django.contrib import admin
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from images.addresses import for_desk
from posts.models import Post


class PostReading:
    """The fields of the page for a reader, as Django's admin wants them: methods by name."""

    def reading_fieldsets(self) -> list[tuple[str | None, dict[str, Any]]]:
        return [
            (
                None,
                {"fields": ["title", "summary", "picture_shown", "text_shown", "sources_shown"]},
            ),
            (
                _("Filed under"),
                {"fields": ["tags_shown", "section", "categories_shown", "authors_shown", "slug"]},
            ),
            (_("Publication"), {"fields": ["published_at"]}),
        ]

    @admin.display(description=gettext_lazy("body"))
    def text_shown(self, post: Post) -> str:
        return render_to_string("admin/posts/post/_text.html", {"body": for_desk(post.body)})

    @admin.display(description=gettext_lazy("picture"))
    def picture_shown(self, post: Post) -> str:
        return render_to_string("admin/posts/post/_picture.html", {"picture": post.picture})

    @admin.display(description=gettext_lazy("sources"))
    def sources_shown(self, post: Post) -> str:
        return render_to_string("admin/posts/post/_sources.html", {"sources": post.citations.all()})

    @admin.display(description=gettext_lazy("tags"))
    def tags_shown(self, post: Post) -> str:
        return ", ".join(label for row in post.tagged.all() for label in row.labels)

    @admin.display(description=gettext_lazy("categories"))
    def categories_shown(self, post: Post) -> str:
        return ", ".join(post.filed.values_list("category__title", flat=True))

    @admin.display(description=gettext_lazy("authors"))
    def authors_shown(self, post: Post) -> str:
        return post.byline
