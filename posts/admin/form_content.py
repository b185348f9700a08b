from typing import Any

from django import forms

from posts.content import PostContent
from posts.models import Post
from taxonomy.models import Category
from taxonomy.slugs import slugify_term

from .citations import CitationFormSet


class PostFormContent(forms.ModelForm[Post]):
    """The form of a post as the PostContent that it says."""

    # What the form began with.
    stored: PostContent

    def content_so_far(self, citations: CitationFormSet) -> PostContent:
        """What the form says as far as it is valid, for a preview."""
        self.full_clean()
        empty = {"title": "", "slug": "", "summary": "", "body": "", "picture_caption": ""}
        labels: dict[str, Any] = {"tag_list": (), "author_list": (), "category_list": []}
        chosen = {"section": None, "picture": None}
        self.cleaned_data = {**empty, **labels, **chosen, **self.cleaned_data}
        return self.content(citations)

    def content(self, citations: CitationFormSet) -> PostContent:
        """What the valid form says."""
        values = self.cleaned_data
        section, picture = values["section"], values["picture"]
        return PostContent(
            title=values["title"],
            slug=values["slug"],
            section=section.slug if section is not None else "",
            summary=values["summary"],
            body=values["body"],
            categories=self._categories(),
            tags=values["tag_list"],
            citations=citations.contents(),
            authors=values["author_list"],
            picture=picture.name if picture is not None else "",
            picture_caption=values["picture_caption"] if picture is not None else "",
        )

    def _categories(self) -> tuple[str, ...]:
        """Those that were chosen before as they are spelt, then the new ones."""
        chosen: list[Category] = self.cleaned_data["category_list"]
        section = self.cleaned_data["section"]
        if not chosen and section is not None and "section" in self.changed_data:
            chosen = [section]
        kept = {slugify_term(label): label for label in self.stored.categories}
        slugs = [row.slug for row in chosen]
        before = [label for slug, label in kept.items() if slug in slugs]
        return (*before, *(slug for slug in slugs if slug not in kept))
