import pytest


@pytest.fixture
def narrow(chromium, live_server):
    """A page as wide as a telephone on the running site."""
    size = {"width": 360, "height": 800}
    context = chromium.new_context(base_url=live_server.url, locale="en", viewport=size)
    page = context.new_page()
    complaints = []
    page.on("console", lambda message: complaints.append((message.text, message.location)))
    yield page
    context.close()
    # XML names no icon, so browsers look in the old place.
    assert not [it for it in complaints if not it[1]["url"].endswith("/favicon.ico")]
