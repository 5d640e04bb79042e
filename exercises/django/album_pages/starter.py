import django
from django.conf import settings

PAGES = {
    "base.html": """<!doctype html>
<title>{% block title %}Albums{% endblock %}</title>
<main>{% block main %}{% endblock %}</main>""",
    "list.html": """{% extends "base.html" %}""",
    "detail.html": """{% extends "base.html" %}""",
    "new.html": """{% extends "base.html" %}""",
}

if not settings.configured:
    settings.configure(
        ROOT_URLCONF=__name__,
        SECRET_KEY="only for this exercise",
        INSTALLED_APPS=["django.contrib.messages", __name__],
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
        MIDDLEWARE=[
            "django.middleware.csrf.CsrfViewMiddleware",
            "django.contrib.messages.middleware.MessageMiddleware",
        ],
        MESSAGE_STORAGE="django.contrib.messages.storage.cookie.CookieStorage",
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "OPTIONS": {
                    "loaders": [("django.template.loaders.locmem.Loader", PAGES)],
                    "context_processors": [
                        "django.template.context_processors.request",
                        "django.contrib.messages.context_processors.messages",
                    ],
                },
            }
        ],
    )
    django.setup()

from django.contrib import messages
from django.db import connection, models
from django.forms import ModelForm
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path


class Album(models.Model):
    """An album of photos."""

    title = models.CharField(max_length=30)
    year = models.PositiveIntegerField()


class AlbumForm(ModelForm):
    """What somebody fills in for a new album."""

    class Meta:
        model = Album
        fields = ["title", "year"]


with connection.schema_editor() as editor:
    editor.create_model(Album)


def album_list(request):
    """All albums by title."""
    return render(request, "list.html", {})


urlpatterns = [path("albums/", album_list, name="album-list")]
