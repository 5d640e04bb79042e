"""Pages for the team. Private albums stay private here as well."""

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest

from photo_album_site.models import Album
from photo_album_site.permissions import may_change


@admin.register(Album)
class AlbumAdmin(admin.ModelAdmin):
    """The albums that a member of the team may see, for putting things right."""

    list_display = ["title", "owner", "kind", "visibility", "made_on", "photo_count"]
    list_filter = ["kind", "visibility"]
    list_select_related = ["owner"]
    search_fields = ["title", "owner__username"]
    raw_id_fields = ["owner", "shared_with"]
    actions = ["take_down"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Album]:
        """Only what this member of the team may see."""
        return super().get_queryset(request).annotate(photo_count=Count("photos"))

    def has_change_permission(self, request: HttpRequest, obj: Album | None = None) -> bool:
        """The permission for the model, and the rule for this one album."""
        allowed = super().has_change_permission(request, obj)
        return allowed and (obj is None or may_change(request.user, obj))

    def has_delete_permission(self, request: HttpRequest, obj: Album | None = None) -> bool:
        """As for a change: who may not change an album may not delete it."""
        allowed = super().has_delete_permission(request, obj)
        return allowed and (obj is None or may_change(request.user, obj))

    @admin.display(description="photos")
    def photo_count(self, album: Album) -> int:
        """How many photos are in the album."""
        return album.photo_count

    @admin.action(permissions=["change"])
    def take_down(self, request: HttpRequest, queryset: QuerySet[Album]) -> None:
        """Make the chosen albums private, and say how many."""
        chosen = [album.pk for album in queryset if may_change(request.user, album)]
        Album.objects.filter(pk__in=chosen).update(visibility=Album.Visibility.PRIVATE)
        self.message_user(request, f"Made private: {len(chosen)}")
