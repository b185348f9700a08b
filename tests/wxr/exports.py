"""Writes exports as WordPress does, of what a test says."""

from html import escape

HEAD = """<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>The Harbour &amp; Sons</title><link>https://www.old.example</link>
<description>News of a harbour</description><language>en-GB</language>
<wp:wxr_version>1.2</wp:wxr_version><wp:base_site_url>https://www.old.example</wp:base_site_url>
<wp:base_blog_url>https://www.old.example</wp:base_blog_url>
<wp:author><wp:author_login><![CDATA[ada]]></wp:author_login>
<wp:author_display_name><![CDATA[Ada Example]]></wp:author_display_name></wp:author>
<wp:category><wp:category_nicename>world</wp:category_nicename>
<wp:category_parent></wp:category_parent>
<wp:cat_name><![CDATA[World & sea]]></wp:cat_name></wp:category>
<wp:category><wp:category_nicename>ports</wp:category_nicename>
<wp:category_parent>world</wp:category_parent>
<wp:cat_name><![CDATA[Ports & docks]]></wp:cat_name></wp:category>
<wp:tag><wp:tag_slug>u-s-trade</wp:tag_slug>
<wp:tag_name><![CDATA[U.S. Trade]]></wp:tag_name></wp:tag>
"""
TAIL = "</channel></rss>\n"


def item(number=1, **values):
    """One item. `meta`, `terms` (domain, nicename, name) and `comments` are lists."""
    given = {
        "title": f"Headline {number}",
        "link": f"https://www.old.example/2019/05/headline-{number}/",
        "creator": "ada",
        "guid": f"https://www.old.example/?p={number}",
        "content": "One line.",
        "excerpt": "",
        "date": "2019-05-04 10:00:00",
        "modified": "2019-05-04 10:00:00",
        "name": f"headline-{number}",
        "status": "publish",
        "type": "post",
        "parent": "0",
        "password": "",
        "more": "",
        **values,
    }
    meta = "".join(
        f"<wp:postmeta><wp:meta_key>{key}</wp:meta_key>"
        f"<wp:meta_value><![CDATA[{value}]]></wp:meta_value></wp:postmeta>"
        for key, value in given.pop("meta", [])
    )
    terms = "".join(
        f'<category domain="{domain}" nicename="{nicename}"><![CDATA[{name}]]></category>'
        for domain, nicename, name in given.pop("terms", [("category", "ports", "Ports")])
    )
    comment = "<wp:comment><wp:comment_content>Hi</wp:comment_content></wp:comment>"
    comments = comment * given.pop("comments", 0)
    return f"""<item><title>{escape(given["title"])}</title><link>{given["link"]}</link>
<dc:creator><![CDATA[{given["creator"]}]]></dc:creator>
<guid isPermaLink="false">{given["guid"]}</guid>
<content:encoded><![CDATA[{given["content"]}]]></content:encoded>
<excerpt:encoded><![CDATA[{given["excerpt"]}]]></excerpt:encoded>
<wp:post_id>{number}</wp:post_id><wp:post_date_gmt>{given["date"]}</wp:post_date_gmt>
<wp:post_modified_gmt>{given["modified"]}</wp:post_modified_gmt>
<wp:post_name>{given["name"]}</wp:post_name><wp:status>{given["status"]}</wp:status>
<wp:post_parent>{given["parent"]}</wp:post_parent><wp:post_type>{given["type"]}</wp:post_type>
<wp:post_password>{given["password"]}</wp:post_password>{terms}{meta}{comments}{given["more"]}</item>
"""


def attachment(number, url, alt="", parent="0"):
    meta = [("_wp_attachment_image_alt", alt)] if alt else []
    more = f"<wp:attachment_url>{url}</wp:attachment_url>"
    return item(number, type="attachment", status="inherit", parent=parent, meta=meta, more=more)


def export(*items):
    return HEAD + "".join(items) + TAIL
