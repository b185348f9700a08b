from django.urls import re_path

from . import views
from .addresses import FILE, PREFIX

app_name = "images"


urlpatterns = [
    re_path(rf"^{PREFIX.lstrip('/')}(?P<file>{FILE})$", views.picture, name="picture"),
]
