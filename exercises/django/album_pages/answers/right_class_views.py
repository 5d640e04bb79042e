import django
from django.conf import settings

PAGES = {
    "base.html": """<!doctype html>
<title>{% block title %}Albums{% endblock %}</title>
{% for message in messages %}<p class="message">{{ message }}</p>{% endfor %}
<main>{% block main %}{% endblock %}</main>""",
    "list.html": """{% extends "base.html" %}
{% block main %}
<ul>
  {% for album in albums %}
  <li><a href="{% url 'album-detail' album.pk %}">{{ album.title }}</a></li>
  {% empty %}
  <li>No albums yet.</li>
  {% endfor %}
</ul>
<a href="{% url 'album-new' %}">New album</a>
{% endblock %}""",
    "detail.html": """{% extends "base.html" %}
{% block title %}{{ album.title }}{% endblock %}
{% block main %}<h1>{{ album.title }}</h1><p>{{ album.year }}</p>{% endblock %}""",
    "new.html": """{% extends "base.html" %}
{% block title %}New album{% endblock %}
{% block main %}
<form method="post">{% csrf_token %}{{ form }}<button>Save</button></form>
{% endblock %}""",
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
from django.urls import path, reverse_lazy
from django.views.generic import CreateView, DetailView, ListView


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


class AlbumList(ListView):
    queryset = Album.objects.order_by("title")
    context_object_name = "albums"
    template_name = "list.html"


class AlbumDetail(DetailView):
    model = Album
    pk_url_kwarg = "number"
    template_name = "detail.html"


class AlbumNew(CreateView):
    form_class = AlbumForm
    template_name = "new.html"
    success_url = reverse_lazy("album-list")

    def form_valid(self, form):
        messages.info(self.request, f"{form.cleaned_data['title']} is there.")
        return super().form_valid(form)


urlpatterns = [
    path("albums/", AlbumList.as_view(), name="album-list"),
    path("albums/<int:number>/", AlbumDetail.as_view(), name="album-detail"),
    path("albums/new/", AlbumNew.as_view(), name="album-new"),
]
