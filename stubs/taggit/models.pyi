# What we use of django-taggit, which has no types of its own.
from typing import Any, ClassVar

from django.db import models

class NaturalKeyManager(models.Manager[Any]): ...

class TagBase(models.Model):
    name: models.CharField[str, str]
    slug: models.SlugField[str, str]
    class Meta:
        abstract = True

class ItemBase(models.Model):
    objects: ClassVar[models.Manager[Any]]
    class Meta:
        abstract = True
