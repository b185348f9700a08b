from django.urls import path

from . import scope
from .views import PostFeed

app_name = "feeds"

urlpatterns = [
    path("index.xml", PostFeed(scope.everything), name="everything"),
    path("<lang:language>/index.xml", PostFeed(scope.site), name="site"),
    path("<lang:language>/posts/index.xml", PostFeed(scope.posts), name="posts"),
    path("<lang:language>/posts/<str:section>/index.xml", PostFeed(scope.section), name="section"),
    path(
        "<lang:language>/categories/<term:category>/index.xml",
        PostFeed(scope.category),
        name="category",
    ),
    path("<lang:language>/tags/<term:tag>/index.xml", PostFeed(scope.tag), name="tag"),
]
