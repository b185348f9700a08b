"""Every kind of page that readers see, by the name of its route: one line each."""

# Where each is in the newsroom that the tests make, after the language.
PAGES = {
    "posts:front": "",
    "posts:front-page": "page/2/",
    "posts:posts": "posts/",
    "posts:posts-page": "posts/page/2/",
    "posts:section": "posts/world/",
    "posts:section-page": "posts/world/page/2/",
    "posts:post": "posts/world/twin/",
    "posts:author": "authors/ada/",
    "posts:author-page": "authors/ada/page/2/",
    "posts:source": "sources/example-wire/",
    "posts:source-page": "sources/example-wire/page/2/",
    "posts:categories": "categories/",
    "posts:category": "categories/world/",
    "posts:category-page": "categories/world/page/2/",
    "posts:tags": "tags/",
    "posts:tag": "tags/trade/",
    "posts:tag-page": "tags/trade/page/2/",
    "feeds:subscribe": "subscribe/",
    "publication:page": "about/",
}

NOT_SHOWN = {
    "posts:tags-page": "the same page, past 400 tags",
    "posts:share-picture": "a picture",
    "publication:choose-language": "a form leads to it",
    "publication:manifest": "for software",
}
