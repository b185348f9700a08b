from typing import Any, cast

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import ValidationError
from django.db.models import Field, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desk.editor.policy import editor_policy
from posts.actions import delete_post
from posts.clock import clock
from posts.models import Post
from posts.models.queryset import PostQuerySet
from posts.readership.figures import with_views
from posts.rights import may
from posts.search.desk import found_at_desk
from posts.workflow import WRITING, Right

from .bulk import BulkActions
from .citations import CitationInline
from .complete import complete_authors, complete_tags, complete_terms
from .corrections import CorrectionInline
from .filters import AuthorFilter, CategoryFilter, TagFilter, WriterFilter
from .form_view import PostFormView
from .headline import HeadlineInput
from .paged import PagedByKey
from .reading import PostReading
from .source_lookup import look_up_source, weigh_sources


@admin.register(Post)
@method_decorator(editor_policy, name="add_view")
@method_decorator(editor_policy, name="change_view")
class PostAdmin(BulkActions, PostReading, PostFormView):
    inlines = [CitationInline, CorrectionInline]
    list_display = ["title", "status", "published", "week_views", "section", "language", "saved"]
    list_filter = [
        "status",
        WriterFilter,
        TagFilter,
        CategoryFilter,
        AuthorFilter,
        "publication",
        "section",
        "published_at",
    ]
    list_select_related = ["section", "publication"]
    # By others a filter finds what a column in order would only bring together.
    sortable_by = ["published", "saved"]
    search_fields = ["title"]  # for there to be a search; what it finds is in get_search_results
    search_help_text = gettext_lazy("Words of the post, its address, or the last part of that")
    ordering = ["-published_at", "-pk"]

    def get_queryset(self, request: HttpRequest) -> PostQuerySet:
        """Without the texts, and with the views of a week, where posts are listed."""
        posts = cast(PostQuerySet, super().get_queryset(request))
        match = request.resolver_match
        is_list = match is not None and match.url_name == "posts_post_changelist"
        return with_views(posts.defer("body", "summary")) if is_list else posts

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return PagedByKey

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Post], search_term: str
    ) -> tuple[QuerySet[Post], bool]:
        """By the search index, which knows drafts as well; an address is looked up."""
        if not search_term.strip():
            return queryset, False
        return queryset.filter(pk__in=found_at_desk(search_term)), False

    def formfield_for_dbfield(
        self, db_field: "Field[Any, Any]", request: HttpRequest, **kwargs: Any
    ) -> forms.Field | None:
        if db_field.name == "title":
            kwargs["widget"] = HeadlineInput()
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        urls: list[URLPattern] = super().get_urls()
        for pattern in urls:
            if pattern.name in ("posts_post_add", "posts_post_change"):
                pattern.callback = self.keeping_typed(pattern.callback)
        return [
            *self.history_urls(),
            *self.unsaved_urls(),
            *self.preview_urls(),
            *self.calendar_urls(),
            *self.translation_urls(),
            *self.front_page_urls(),
            path("complete-tags/", wrap(complete_tags), name="posts_post_complete_tags"),
            path(
                "complete-terms/<slug:kind>/",
                wrap(complete_terms),
                name="posts_post_complete_terms",
            ),
            path("complete-authors/", wrap(complete_authors), name="posts_post_complete_authors"),
            path("look-up-source/", wrap(look_up_source), name="posts_post_look_up_source"),
            path("weigh-sources/", wrap(weigh_sources), name="posts_post_weigh_sources"),
            *urls,
        ]

    @admin.display(description=gettext_lazy("language"), ordering="publication")
    def language(self, post: Post) -> str:
        return post.language

    @admin.display(description=gettext_lazy("publication date"), ordering="published_at")
    def published(self, post: Post) -> str:
        return clock(post.published_at, post) if post.published_at is not None else ""

    @admin.display(description=gettext_lazy("last saved"), ordering="modified_at")
    def saved(self, post: Post) -> str:
        return clock(post.modified_at, post)

    @admin.display(description=gettext_lazy("views, 7 days"))
    def week_views(self, post: Any) -> str:
        return str(post.week_views) if post.was_public else "-"

    def has_change_permission(self, request: HttpRequest, obj: Post | None = None) -> bool:
        """What will go out by itself is changed by those who may publish it."""
        return may(request.user, WRITING[obj.stage] if obj is not None else Right.CHANGE, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Post | None = None) -> bool:
        """What readers saw is withdrawn, never deleted."""
        return may(request.user, Right.DELETE, obj) and (obj is None or not obj.was_public)

    def view_on_site(self, post: Post) -> str | None:
        # A refused form has put what was typed into its post: the stored one has the address.
        stored = Post.objects.select_related("section").get(pk=post.pk)
        return stored.get_absolute_url() if stored.is_public(timezone.now()) else None

    def get_fieldsets(self, request: HttpRequest, obj: Post | None = None) -> Any:
        if obj is not None and not self.has_change_permission(request, obj):
            return self.reading_fieldsets()
        text = ["title", "summary", "body"]
        date = ["published_at", "note", "seen"]
        limits = ["embargo_until", "withdraw_at"]
        if obj is None:
            text = ["publication", *text]
        elif obj.was_public:
            date = ["publish_at", "significant", "note", "seen"]
            limits = ["published_at", "withdraw_at"]
        picture = ["picture", "picture_caption"]
        filed = ["tag_list", "section", "category_list", "author_list", "slug"]
        return [
            (None, {"fields": text}),
            (_("Picture"), {"fields": picture}),
            (_("Filed under"), {"fields": filed}),
            (_("Publication"), {"fields": date}),
            (_("Other dates"), {"fields": limits, "classes": ["collapse"]}),
        ]

    def get_inlines(self, request: HttpRequest, obj: Post | None) -> Any:
        may_write = obj is None or self.has_change_permission(request, obj)
        return self.inlines if may_write else []

    def delete_model(self, request: HttpRequest, obj: Post) -> None:
        delete_post(obj, by=cast(Any, request.user))

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        try:
            return super().delete_view(request, object_id, extra_context)
        except ValidationError as error:  # published while the question was on the screen
            self.message_user(request, " ".join(error.messages), messages.ERROR)
            return HttpResponseRedirect(reverse("admin:posts_post_change", args=[object_id]))
