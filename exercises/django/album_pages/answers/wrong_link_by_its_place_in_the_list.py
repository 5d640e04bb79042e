import django
from django.conf import settings

PAGES = {
    "base.html": """<!doctype html>
<title>{% block title %}Albums{% endblock %}</title>
<main>
{% for message in messages %}<p class="{{ message.tags }}">{{ message }}</p>{% endfor %}
{% block main %}{% endblock %}</main>""",
    "list.html": """{% extends "base.html" %}
{% block main %}
{% if album_list %}<ul>{% for album in album_list %}<li><a href="{% url 'album-detail' forloop.counter %}">{{ album.title }}</a></li>{% endfor %}</ul>
{% else %}<p>No albums yet.</p>{% endif %}
<a href="{% url 'album-new' %}">New</a>
{% endblock %}""",
    "detail.html": """{% extends "base.html" %}
{% block title %}{{ album.title }}{% endblock %}
{% block main %}<h1>{{ album.title }}</h1><p>{{ album.year }}</p>{% endblock %}""",
    "new.html": """{% extends "base.html" %}
{% block main %}<form method="post" action="{% url 'album-new' %}">{% csrf_token %}{{ form.as_p }}<button>Save</button></form>{% endblock %}""",
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


from django.contrib.messages.views import SuccessMessageMixin
from django.urls import reverse_lazy
from django.views.generic import CreateView, DetailView, ListView


class AlbumList(ListView):
    queryset = Album.objects.order_by("title")
    template_name = "list.html"


class AlbumDetail(DetailView):
    model = Album
    template_name = "detail.html"


class AlbumNew(SuccessMessageMixin, CreateView):
    form_class = AlbumForm
    template_name = "new.html"
    success_url = reverse_lazy("album-list")
    success_message = "%(title)s is there."


urlpatterns = [
    path("albums/", AlbumList.as_view(), name="album-list"),
    path("albums/new/", AlbumNew.as_view(), name="album-new"),
    path("albums/<int:pk>/", AlbumDetail.as_view(), name="album-detail"),
]
