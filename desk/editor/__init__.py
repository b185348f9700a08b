"""The editor for rich text. CKEditor 4 hides here, and is named nowhere else in the code.

Others know `field.BodyField` and `policy.editor_policy`. What to change for another editor, and
why this one is safe to have: docs/decisions/0001-ckeditor.md.
"""
