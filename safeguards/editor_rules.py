"""What the WYSIWYG editor may keep: the sanitiser's table, in CKEditor 4's words."""

from .policy import CLASSES, ELEMENTS, GLOBAL_ATTRIBUTES, REQUIRED

type Rules = dict[str, dict[str, str]]


def allowed_content() -> Rules:
    """CKEditor 4's `allowedContent`, in its object format, ready for JSON.

    One rule an element: `attributes` (a `!` before those without which the element goes) and
    `classes`, comma-separated, with `*` as a wildcard; no `styles`. So the editor's filter keeps
    the elements, attributes and classes that `sanitise` keeps; values are the sanitiser's part.
    https://ckeditor.com/docs/ckeditor4/latest/guide/dev_allowed_content_rules.html
    """
    return {
        element: {
            "attributes": ",".join(
                f"!{name}" if name in REQUIRED.get(element, ()) else name
                for name in sorted((own | GLOBAL_ATTRIBUTES) - {"class"})
            ),
            "classes": ",".join(sorted(CLASSES)),
        }
        for element, own in ELEMENTS.items()
    }
