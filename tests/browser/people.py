"""Several editors at once, each in a browser of their own."""

from contextlib import contextmanager

from tests.browser.conftest import sign_in


@contextmanager
def another_browser(page, username):
    """A page in a browser of its own, on which somebody else has signed in."""
    browser = page.context.browser
    base = page.url.partition("/admin/")[0]
    context = browser.new_context(
        base_url=base, locale="en", viewport={"width": 1280, "height": 900}
    )
    context.set_default_timeout(20_000)
    other = context.new_page()
    try:
        sign_in(other, username)
        yield other
    finally:
        context.close()
