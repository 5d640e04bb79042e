"""What is switched on. What differs between machines comes from the environment."""

import os
from pathlib import Path

# Unless somebody says otherwise this is a public site: no code on error pages; no key, no start.
DEBUG = os.environ.get("PHOTO_ALBUM_DEBUG") == "1"
SECRET_KEY = "only for my own machine" if DEBUG else os.environ["PHOTO_ALBUM_SECRET"]
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
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
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

SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not DEBUG
# W005 and W021 of `check --deploy`: subdomains and preloading are not for one site to promise.
SECURE_HSTS_SECONDS = 0 if DEBUG else 3600
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": Path(__file__).resolve().parent.parent / "photo_albums.sqlite3",
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
