import json

import pytest

from posts.models import Post
from posts.snapshot import content_of

pytestmark = pytest.mark.django_db

ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Old Daily</title><id>tag:old</id>
<updated>2026-04-26T14:00:00+08:00</updated>
<entry><title>Story</title><id>tag:old.example,2026:1</id>
<link href="https://old.example/en/posts/world/story/"/>
<published>2026-04-26T14:00:00+08:00</published><updated>2026-04-27T14:00:00+08:00</updated>
<author><name>Ada Lovelace</name></author><summary>Short.</summary>
<content type="html">&lt;p&gt;Text.&lt;/p&gt;</content></entry></feed>"""

RDF = """<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://old.example/"><title>Old Daily</title><link>https://old.example/</link>
<description>News</description></channel>
<item rdf:about="https://old.example/en/posts/world/story/"><title>Story</title>
<link>https://old.example/en/posts/world/story/</link>
<description>&lt;p&gt;Text.&lt;/p&gt;</description>
<dc:date>2026-04-26T14:00:00+08:00</dc:date><dc:creator>Ada Lovelace</dc:creator>
</item></rdf:RDF>"""

JSON = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Old Daily",
        "items": [
            {
                "id": "https://old.example/en/posts/world/story/",
                "url": "https://old.example/en/posts/world/story/",
                "title": "Story",
                "content_html": "<p>Text.</p>",
                "date_published": "2026-04-26T14:00:00+08:00",
                "authors": [{"name": "Ada Lovelace"}],
            }
        ],
    }
)


@pytest.mark.parametrize("feed", [ATOM, RDF, JSON], ids=["Atom", "RSS 1.0", "JSON Feed"])
def test_each_is_read(run, feed):
    run(feed)
    post = Post.objects.get()
    kept = content_of(post)
    assert (kept.title, kept.body, kept.authors) == ("Story", "<p>Text.</p>", ("Ada Lovelace",))
    assert post.path == "/en/posts/world/story/"
    assert post.published_at.isoformat() == "2026-04-26T06:00:00+00:00"
    assert "1 unchanged" in run(feed)


def test_atoms_id_is_no_permalink_and_its_update_is_kept(run):
    run(ATOM)
    post = Post.objects.get()
    assert (post.guid, post.guid_is_permalink) == ("tag:old.example,2026:1", False)
    assert post.updated_at.isoformat() == "2026-04-27T06:00:00+00:00"
