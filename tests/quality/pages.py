"""Every kind of page that readers see, by the name of its route: one line each."""

# Where each is in the newsroom that the tests make, after the language.
PAGES = {
    "posts:front": "",
    "posts:front-page": "page/2/",
    "posts:posts": "posts/",
    "posts:posts-page": "posts/page/2/",
    "posts:section": "posts/world/",
    "posts:section-page": "posts/world/page/2/",
    "posts:post": "posts/world/rich/",
    "posts:archive": "archive/",
    "posts:period": "archive/2026/04/",
    "posts:period-page": "archive/2026/04/page/2/",
    "posts:authors": "authors/",
    "posts:author": "authors/ada-example/",
    "posts:author-page": "authors/ada-example/page/2/",
    "posts:sources": "sources/",
    "posts:source": "sources/reuters/",
    "posts:source-page": "sources/reuters/page/2/",
    "posts:categories": "categories/",
    "posts:category": "categories/world/",
    "posts:category-page": "categories/world/page/2/",
    "posts:tags": "tags/",
    "posts:tag": "tags/trade/",
    "posts:tag-page": "tags/trade/page/2/",
    "posts:corrections": "corrections/",
    "posts:search": "search/?q=sentence+句子",
    "feeds:subscribe": "subscribe/",
    "publication:page": "about/",
}

NOT_SHOWN = {
    "posts:tags-page": "the same page, past 400 tags",
    "posts:corrections-page": "the same page, past 20 corrections",
    "posts:authors-page": "the same page, past 400 authors",
    "posts:sources-page": "the same page, past 400 publishers",
    "posts:share-picture": "a picture",
    "posts:preview": "the page of a post, for those who have its address",
    "posts:preview-picture": "a picture",
    "publication:choose-language": "a form leads to it",
    "publication:manifest": "for software",
}

# What a page shows besides, by what it is: the address, and the status.
STATES = {
    "a short post": ("posts/world/short-3/", 200),
    "a withdrawn post": ("posts/world/gone/", 410),
    "a year of the archive": ("archive/2026/", 200),
    "a day of the archive": ("archive/2026/04/26/", 200),
    "an empty category": ("categories/empty/", 200),
    "a feed that was built": ("subscribe/?tags=trade&any=chips&not=tariffs", 200),
    "a feed that cannot be": ("subscribe/?tags=nothing-of-this-name", 200),
    "a search without a query": ("search/", 200),
    "a search that finds nothing": ("search/?q=trada", 200),
    "a search that is refused": ("search/?q=trade&tag=nothing&from=yesterday", 200),
    "what is not there": ("nothing/here/", 404),
}


def addresses(language: str) -> dict[str, int]:
    """Every page of a language, with its status."""
    found = [(path, 200) for path in PAGES.values()] + list(STATES.values())
    return {f"/{language}/{path}": status for path, status in found}
