from typing import Any, ClassVar, cast

from django import forms
from django.contrib.admin.widgets import AdminSplitDateTime
from django.core.exceptions import ValidationError
from django.db.models import Max
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desk.editor.field import BodyField, as_edited
from images.addresses import for_desk, from_desk
from posts.content import PostContent
from posts.models import Post
from posts.workflow import ONCE_PUBLIC, Status
from posts.working import working_at, working_content
from publication.models import Publication
from taxonomy.models import Category
from taxonomy.slugs import slugify_term

from .conflict import Overtaken
from .form_content import PostFormContent
from .labels import LabelsField
from .picture_field import PictureField
from .verbs import SAVE, VERBS

# Where the form shows what an action says of a field of PostContent.
_SHOWN_AT = {"tags": "tag_list", "categories": "category_list", "authors": "author_list"}

COMPLETIONS = {
    "tag_list": "admin:posts_post_complete_tags",
    "author_list": "admin:posts_post_complete_authors",
}


# Numbers of revisions have fewer digits.
_LONGEST_NUMBER = 9


class PostForm(PostFormContent):
    """What an editor types. It stores nothing: `content` says it to an action.

    `refusal` is what an action said of the same input a moment ago, to be shown. `may_publish`
    tells whether the dates that limit a post are this editor's to set.
    """

    refusal: ClassVar[ValidationError | None] = None
    may_publish: ClassVar[bool] = True

    publication = forms.ModelChoiceField(
        label=gettext_lazy("Language"),
        queryset=Publication.objects.all(),
        to_field_name="code",
        empty_label=None,
    )
    body = BodyField(label=gettext_lazy("Body"), required=False)
    tag_list = LabelsField(
        label=gettext_lazy("Tags"),
        required=False,
        help_text=gettext_lazy("What it is about, separated by commas."),
    )
    section = forms.TypedChoiceField(
        label=gettext_lazy("Section"),
        required=False,
        empty_value=None,
        help_text=gettext_lazy("It stands in the address."),
    )
    category_list = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Categories"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("The pages that list it. With none chosen, that of its section."),
    )
    author_list = LabelsField(
        label=gettext_lazy("Authors"),
        required=False,
        help_text=gettext_lazy("Separated by commas. With none, the publication signs."),
    )
    picture = PictureField(
        label=gettext_lazy("Picture"),
        required=False,
        help_text=gettext_lazy("Above the text, and beside links to the post."),
    )
    significant = forms.BooleanField(
        label=gettext_lazy("Significant edit"),
        required=False,
        help_text=gettext_lazy("Readers and feeds see that it was updated today."),
    )
    note = forms.CharField(
        label=gettext_lazy("Note"),
        required=False,
        max_length=500,
        help_text=gettext_lazy("For the other editors; it is kept with this revision."),
    )
    publish_at = forms.SplitDateTimeField(
        label=gettext_lazy("Publish the changes on"),
        required=False,
        widget=AdminSplitDateTime,
        help_text=gettext_lazy(
            "For “Schedule the changes”. Readers keep what they see until then."
        ),
    )
    verb = forms.ChoiceField(choices=[(verb, verb) for verb in VERBS], required=False)
    # The revision that the editor saw when they began to type.
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Post
        fields = [
            "publication",
            "title",
            "summary",
            "body",
            "picture",
            "picture_caption",
            "section",
            "slug",
            "published_at",
            "embargo_until",
            "withdraw_at",
        ]
        widgets = {"summary": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.overtaken: Overtaken | None = None
        post = self.instance
        self.stored = working_content(post) if post.pk else PostContent(title="")
        for name, url in COMPLETIONS.items():
            self.fields[name].widget.attrs["data-complete-url"] = reverse(url)
        self.fields["slug"].required = False
        self.fields["slug"].help_text = _("The end of the address. Left empty, the headline's.")
        if post.pk:
            del self.fields["publication"]
            self._show_stored()
        languages = {"language": post.publication_id} if post.pk else {}
        self._offer(list(Category.objects.filter(**languages)))
        if post.status in (*ONCE_PUBLIC, Status.SCHEDULED):
            for name in ("body", "section", "published_at"):
                self.fields[name].required = True
        if not self.may_publish:
            for name in ("embargo_until", "withdraw_at"):
                if name in self.fields:
                    self.fields[name].disabled = True

    def _show_stored(self) -> None:
        post, draft = self.instance, self.instance.draft
        for name in ("title", "summary", "slug", "picture_caption"):
            self.initial[name] = getattr(self.stored, name)
        if draft is not None:
            self.initial["published_at"] = draft.published_at or post.published_at
            self.initial["publish_at"] = draft.publish_at
            self.initial["significant"] = draft.is_significant
        for name, labels in (("tag_list", self.stored.tags), ("author_list", self.stored.authors)):
            self.initial[name] = self.fields[name].known = labels  # type: ignore[attr-defined]
            self.fields[name].widget.attrs["data-language"] = self.instance.publication_id
        self.initial["body"] = for_desk(self.stored.body)
        self.initial["picture"] = self.stored.picture
        self.fields["body"].widget.attrs["lang"] = self.instance.publication.locale
        language = post.publication_id
        section = self.stored.section
        self.initial["section"] = f"{language}/{section}" if section else ""
        categories = dict.fromkeys(map(slugify_term, self.stored.categories))
        self.initial["category_list"] = [f"{language}/{slug}" for slug in categories]
        self.initial["seen"] = self._last_revision()

    def _offer(self, categories: list[Category]) -> None:
        """Offer categories, grouped by language while that is not settled."""
        by_value = {_value(category): category for category in categories}
        names = {row.code: str(row) for row in Publication.objects.all()}
        groups: dict[str, list[tuple[str, str]]] = {}
        for value, category in by_value.items():
            group = names.get(category.language, category.language)
            groups.setdefault(group, []).append((value, category.title))
        choices: list[Any] = list(groups.items())
        if len(groups) == 1:
            [choices] = groups.values()
        for name, empty in (("section", [("", "—")]), ("category_list", [])):
            field = self.fields[name]
            field.choices = [*empty, *choices]  # type: ignore[attr-defined]
            field.coerce = by_value.__getitem__  # type: ignore[attr-defined]

    def clean_body(self) -> str:
        return as_edited(from_desk(self.cleaned_data["body"]), self._began_with().body)

    def _began_with(self) -> PostContent:
        """The text that the editor saw before they began to type."""
        seen = str(self.data.get(self.add_prefix("seen"), ""))
        if not self.instance.pk or not seen.isdecimal() or len(seen) > _LONGEST_NUMBER:
            return self.stored
        return working_at(self.instance, int(seen)) or self.stored

    def clean_verb(self) -> str:
        return self.cleaned_data["verb"] or SAVE

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if "verb" in self.errors:
            self.add_error(None, self.errors["verb"].as_data())
        self._check_language()
        self._check_nobody_was_faster()
        if self.cleaned_data.get("picture") is None and "picture" not in self.errors:
            self.cleaned_data["picture_caption"] = ""
        if self.cleaned_data.get("verb") == "schedule":
            at = "publish_at" if self.instance.was_public else "published_at"
            if self.cleaned_data.get(at) is None and at not in self.errors:
                self.add_error(at, _("Choose when it is to be published."))
        if self.refusal is not None:
            self._show(self.refusal)
        return cleaned

    def _check_language(self) -> None:
        publication = self.cleaned_data.get("publication", None) or self.instance.publication_id
        language = getattr(publication, "code", publication)
        section = self.cleaned_data.get("section")
        if section is not None and section.language != language:
            self.add_error("section", _("This section belongs to another language."))
        if any(row.language != language for row in self.cleaned_data.get("category_list", [])):
            self.add_error("category_list", _("A category belongs to another language."))

    def _check_nobody_was_faster(self) -> None:
        """Let nobody overwrite unseen what another editor saved in the meantime."""
        # Who does not say what they saw has seen nothing.
        seen = self.cleaned_data.get("seen") or 0
        if not self.instance.pk or seen == (last := self._last_revision()):
            return
        theirs = self.instance.revisions.get(number=last)
        self.overtaken = Overtaken(base=self._began_with(), theirs=self.stored, revision=theirs)
        message = _(
            "%(who)s saved this post while you were writing. What you typed is still here and not "
            "saved. Compare the two, choose, and save again."
        )
        self.add_error(None, message % {"who": theirs.who or _("The system")})
        data = cast(QueryDict, self.data).copy()
        data[self.add_prefix("seen")] = str(last)
        self.data = data

    def _last_revision(self) -> int:
        last: int | None = self.instance.revisions.aggregate(last=Max("number"))["last"]
        return last or 0

    def _show(self, refusal: ValidationError) -> None:
        by_field = refusal.error_dict if hasattr(refusal, "error_dict") else {"": [refusal]}
        for name, errors in by_field.items():
            shown_at = _SHOWN_AT.get(name, name)
            self.add_error(shown_at if shown_at in self.fields else None, list(errors))


def _value(category: Category) -> str:
    """A category as a choice: `en/ai-tech`. A script tells the languages apart by it."""
    return f"{category.language}/{category.slug}"
