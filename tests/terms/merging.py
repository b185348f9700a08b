"""What tests of merged terms share."""

from taxonomy.models import Category, Tag


def tag(label, language="en"):
    return Tag.objects.ensure(language, [label])[label]


def category(label, language="en"):
    return Category.objects.ensure(language, [label])[label]
