"""Fills in the rows of corrections below a post."""

from lxml import html

from tests.desk.forms import edit, send


def filled(client, post, *rows, **values):
    """What the form of a post sends; `rows` are what was typed into each, the new one last."""
    sent = {
        f"corrections-{number}-{name}": [value]
        for number, row in enumerate(rows)
        for name, value in row.items()
    }
    return {**_values(client.get(edit(post)).text), **values, **sent}


def write(client, post, *rows, **values):
    """The answer to such a form; what it says of rows is in `said`."""
    return answer(client, post, filled(client, post, *rows, **values))


def answer(client, post, data):
    response = send(client, edit(post), data)
    page = html.fromstring(response.text)
    found = page.xpath("//*[@id='corrections-group']//ul[contains(@class,'errorlist')]/li")
    response.said = [" ".join(one.text_content().split()) for one in found]
    return response


def again(response):
    """What the form that was shown again sends."""
    return _values(response.text)


def _values(page):
    """What a browser sends of the form of a post: hidden fields without a value, too."""
    [form] = [it for it in html.fromstring(page).forms if it.get("id") == "post_form"]
    data = {name: [""] for name in form.xpath(".//input[@type='hidden'][not(@value)]/@name")}
    for name, value in form.form_values():
        data.setdefault(name, []).append(value)
    return {**data, "verb": "publish"}
