"""Fills the forms of the admin in as a browser would: with what the page itself holds."""

from lxml import html

from posts.models import Post

ADD = "/admin/posts/post/add/"
LIST = "/admin/posts/post/"


def edit(post):
    return f"/admin/posts/post/{post.pk}/change/"


def delete(post):
    return f"/admin/posts/post/{post.pk}/delete/"


def typed(client, address, form_id="post_form", **values):
    """What the form at an address sends when `values` were typed into it.

    `sources` are (label, url) pairs, typed below those that are there.
    """
    page = html.fromstring(client.get(address).text)
    [form] = [one for one in page.forms if one.get("id") == form_id]
    data = {}
    for name, value in form.form_values():
        data.setdefault(name, []).append(value)
    sources = values.pop("sources", [])
    for number, (label, url) in enumerate(sources):
        data[f"citations-{number}-label"] = [label]
        data[f"citations-{number}-url"] = [url]
        data.setdefault(f"citations-{number}-role", ["source"])
    if sources:
        data["citations-TOTAL_FORMS"] = [str(len(sources))]
    return {**data, **values}


def new_post(client, **values):
    """What the form for a new post sends, filled in so that it could be published."""
    filled = {
        "publication": "en",
        "title": "Fed cuts rates",
        "body": "<p>By a quarter.</p>",
        "section": "en/world",
        "verb": "save",
    }
    return typed(client, ADD, **{**filled, **values})


def send(client, address, data):
    """The answer to a form; what it says to the editor is in `messages` and `errors`."""
    response = client.post(address, data, follow=True)
    response.errors = []
    if "adminform" in (response.context or {}):
        form = response.context["adminform"].form
        response.errors = [str(text) for texts in form.errors.values() for text in texts]
    return response


def only_post():
    return Post.objects.get()
