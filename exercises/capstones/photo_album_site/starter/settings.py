"""What is switched on. What differs between machines comes from the environment."""

import os
from pathlib import Path

DEBUG = "PHOTO_ALBUM_SECRET" not in os.environ
SECRET_KEY = os.environ.get("PHOTO_ALBUM_SECRET", "only for my own machine")
ALLOWED_HOSTS = os.environ.get("PHOTO_ALBUM_HOSTS", "").split()

INSTALLED_APPS = [
    "photo_album_site",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
]
MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]
ROOT_URLCONF = "photo_album_site.urls"
LOGIN_REDIRECT_URL = LOGOUT_REDIRECT_URL = "album-list"
STATIC_URL = "static/"

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": Path(__file__).resolve().parent.parent / "photo_albums.sqlite3",
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
