from django.urls import path

from . import views

app_name = "publication"

urlpatterns = [
    path("", views.root, name="root"),
    path("language/<lang:language>/", views.choose_language, name="choose-language"),
    path("<lang:language>/manifest.webmanifest", views.manifest, name="manifest"),
    path("<lang:language>/<path:path>/", views.page, name="page"),
]
