import django
from django.conf import settings

DB = {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}
if not settings.configured:
    settings.configure(
        ROOT_URLCONF=__name__,
        SECRET_KEY="only for this exercise",
        INSTALLED_APPS=[
            "django.contrib.contenttypes",
            "django.contrib.auth",
            "django.contrib.sessions",
            __name__,
        ],
        MIDDLEWARE=[
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
        ],
        DATABASES={"default": DB},
    )
    django.setup()

from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db import connection, models
from django.http import JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import path


class Feature(models.Model):
    """Something of the site that can be open for a few."""

    name = models.CharField(max_length=40, unique=True)
    enabled = models.BooleanField(default=True)
    groups = models.ManyToManyField(Group)


with connection.schema_editor() as editor:
    for model in apps.get_models():
        editor.create_model(model)

# In a project, `permissions` in Feature's Meta and `migrate` do this.
Permission.objects.create(
    codename="try_features",
    name="Can try new features",
    content_type=ContentType.objects.get_for_model(Feature),
)


def may_use(user, name):
    """Return whether a user may use the feature of that name."""
    feature = Feature.objects.filter(name=name, enabled=True).first()
    if feature is None or not user.is_authenticated:
        return False
    if user.has_perm("feature_access.try_features"):
        return True
    try:
        feature.groups.get(user=user)
    except Group.DoesNotExist:
        return False
    return True


def feature_page(request, name):
    """The page of a feature, for those who may use it."""
    get_object_or_404(Feature, name=name)
    if not request.user.is_authenticated:
        return JsonResponse({"error": "log in first"}, status=401)
    if not may_use(request.user, name):
        raise PermissionDenied
    return JsonResponse({"feature": name, "user": request.user.username})


urlpatterns = [path("features/<name>/", feature_page, name="feature")]
