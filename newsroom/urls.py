from django.contrib import admin
from django.urls import include, path

import posts.converters
import publication.converters

from . import views

publication.converters.register()
posts.converters.register()

handler404 = "newsroom.views.not_found"
handler500 = "newsroom.views.server_error"

urlpatterns = [
    path("healthz", views.healthz, name="healthz"),
    path("admin/", admin.site.urls),
    path("", include("feeds.urls")),
    path("", include("images.urls")),
    path("", include("posts.urls")),
    path("", include("publication.urls")),
]
