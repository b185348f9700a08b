"""The editor for texts, as a test drives it."""

READY = """() => window.CKEDITOR && CKEDITOR.instances.id_body
    && CKEDITOR.instances.id_body.status === "ready"
    && CKEDITOR.instances.id_body.mode === "wysiwyg"
"""


def open_editor(page, address):
    """Go to a page with the editor and wait until one can type; return the text in it."""
    page.goto(address)
    return text_of(page)


def text_of(page):
    page.wait_for_function(READY)
    return page.frame_locator("iframe.cke_wysiwyg_frame").locator("body")


def tool(page, name):
    return page.locator(".cke_button__" + name)


def button(page, name):
    return page.locator(".verbs").get_by_role("button", name=name)
