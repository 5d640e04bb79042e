import django
from django.conf import settings

PAGES = {
    "base.html": """<!doctype html>
<title>{% block title %}Albums{% endblock %}</title>
<main>{% for message in messages %}<p>{{ message }}</p>{% endfor %}{% block main %}{% endblock %}</main>""",
    "list.html": """{% extends "base.html" %}
{% block main %}
<ul>
{% for album in albums %}<li><a href="{% url 'album-detail' album.pk %}">{{ album.title|truncatechars:10 }}</a></li>
{% empty %}<li>No albums yet.</li>{% endfor %}
</ul>
<a href="{% url 'album-new' %}">New album</a>
{% endblock %}""",
    "detail.html": """{% extends "base.html" %}
{% block title %}{{ album.title }}{% endblock %}
{% block main %}<h1>{{ album.title }}</h1><p>{{ album.year }}</p>{% endblock %}""",
    "new.html": """{% extends "base.html" %}
{% block main %}<form method="post">{% csrf_token %}{{ form.as_p }}<button>Save</button></form>{% endblock %}""",
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
    return render(request, "list.html", {"albums": Album.objects.order_by("title")})


def album_detail(request, number):
    return render(request, "detail.html", {"album": get_object_or_404(Album, pk=number)})


def album_new(request):
    form = AlbumForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        album = form.save()
        messages.success(request, f"{album.title} is there.")
        return redirect("album-list")
    return render(request, "new.html", {"form": form})


urlpatterns = [
    path("albums/", album_list, name="album-list"),
    path("albums/<int:number>/", album_detail, name="album-detail"),
    path("albums/new/", album_new, name="album-new"),
]
