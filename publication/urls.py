from django.urls import path

from . import views

app_name = "publication"

urlpatterns = [
    path("", views.root, name="root"),
    path("<lang:language>/<path:path>/", views.page, name="page"),
]
