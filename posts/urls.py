from django.urls import path

from . import views
from .share.views import share_picture

app_name = "posts"


urlpatterns = [
    path("preview/<str:token>/", views.preview, name="preview"),
    path("preview/<str:token>/media/<str:file>", views.preview_picture, name="preview-picture"),
    path("media/share/<int:number>-<str:rest>", share_picture, name="share-picture"),
    path("<lang:language>/", views.front, name="front"),
    path("<lang:language>/page/<int:number>/", views.front, name="front-page"),
    path("<lang:language>/posts/", views.all_posts, name="posts"),
    path("<lang:language>/posts/page/<int:number>/", views.all_posts, name="posts-page"),
    path("<lang:language>/posts/<str:section>/", views.section, name="section"),
    path(
        "<lang:language>/posts/<str:section>/page/<int:number>/",
        views.section,
        name="section-page",
    ),
    path("<lang:language>/posts/<str:section>/<str:slug>/", views.post, name="post"),
    path("<lang:language>/search/", views.search, name="search"),
    path("<lang:language>/corrections/", views.corrections, name="corrections"),
    path(
        "<lang:language>/corrections/page/<int:number>/",
        views.corrections,
        name="corrections-page",
    ),
    path("<lang:language>/archive/", views.archive, name="archive"),
    path("<lang:language>/archive/<period:period>/", views.period, name="period"),
    path(
        "<lang:language>/archive/<period:period>/page/<int:number>/",
        views.period,
        name="period-page",
    ),
    path("<lang:language>/authors/", views.authors, name="authors"),
    path("<lang:language>/authors/page/<int:number>/", views.authors, name="authors-page"),
    path("<lang:language>/authors/<str:author>/", views.author, name="author"),
    path(
        "<lang:language>/authors/<str:author>/page/<int:number>/", views.author, name="author-page"
    ),
    path("<lang:language>/sources/", views.sources, name="sources"),
    path("<lang:language>/sources/page/<int:number>/", views.sources, name="sources-page"),
    path("<lang:language>/sources/<str:source>/", views.source, name="source"),
    path(
        "<lang:language>/sources/<str:source>/page/<int:number>/", views.source, name="source-page"
    ),
    path("<lang:language>/categories/", views.categories, name="categories"),
    path(
        "<lang:language>/categories/<term:category>/page/<int:number>/",
        views.category,
        name="category-page",
    ),
    path("<lang:language>/categories/<term:category>/", views.category, name="category"),
    path("<lang:language>/tags/", views.tags, name="tags"),
    path("<lang:language>/tags/page/<int:number>/", views.tags, name="tags-page"),
    path("<lang:language>/tags/<term:tag>/page/<int:number>/", views.tag, name="tag-page"),
    path("<lang:language>/tags/<term:tag>/", views.tag, name="tag"),
]
