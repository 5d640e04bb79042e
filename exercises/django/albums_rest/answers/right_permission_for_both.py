import django
from django.conf import settings

if not settings.configured:
    settings.configure(
        SECRET_KEY="only for this exercise",
        ROOT_URLCONF=__name__,
        INSTALLED_APPS=[
            "django.contrib.contenttypes",
            "django.contrib.auth",
            "rest_framework",
            __name__,
        ],
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
        REST_FRAMEWORK={"TEST_REQUEST_DEFAULT_FORMAT": "json"},
    )
    django.setup()

from django.contrib.auth.models import Group, Permission, User
from django.contrib.contenttypes.models import ContentType
from django.db import connection, models
from django.urls import include, path
from rest_framework import permissions, routers, serializers, viewsets


class Album(models.Model):
    """A photo album; its owner may change it."""

    KINDS = [("trip", "a trip"), ("family", "a family")]

    title = models.CharField(max_length=40)
    kind = models.CharField(max_length=10, choices=KINDS)
    owner = models.ForeignKey(User, on_delete=models.CASCADE)


with connection.schema_editor() as editor:
    for table in (ContentType, Permission, Group, User, Album):
        editor.create_model(table)


class AlbumSerializer(serializers.ModelSerializer):
    """What of an album goes out, and what may come in."""

    owner = serializers.StringRelatedField()

    class Meta:
        model = Album
        fields = ["id", "title", "kind", "owner"]


class OwnerChanges(permissions.BasePermission):
    """Everybody may look at an album; only its owner may change it."""

    def has_permission(self, request, view):
        return request.method in permissions.SAFE_METHODS or request.user.is_authenticated

    def has_object_permission(self, request, view, album):
        if request.method in permissions.SAFE_METHODS:
            return True
        return album.owner_id == request.user.pk


class AlbumViewSet(viewsets.ModelViewSet):
    """All that can be done with albums."""

    serializer_class = AlbumSerializer
    permission_classes = [OwnerChanges]

    def get_queryset(self):
        albums = Album.objects.select_related("owner").order_by("title")
        kind = self.request.query_params.get("kind")
        return albums.filter(kind=kind) if kind else albums

    def perform_create(self, serializer):
        serializer.save(owner=self.request.user)


router = routers.SimpleRouter()
router.register("albums", AlbumViewSet, basename="album")
urlpatterns = [path("api/", include(router.urls))]
