"""Small feeds by hand."""

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
     xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>{channel}{items}</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom">{feed}{entries}</feed>"""


def rss(*items, channel="<title>Paper</title><link>https://paper.example/</link>"):
    """An RSS 2.0 document; each item is what its element holds."""
    return RSS.format(
        channel=channel, items="".join(f"<item>{item}</item>" for item in items)
    ).encode()


def atom(*entries, feed="<title>Paper</title>"):
    """An Atom document; each entry is what its element holds."""
    return ATOM.format(
        feed=feed, entries="".join(f"<entry>{entry}</entry>" for entry in entries)
    ).encode()
