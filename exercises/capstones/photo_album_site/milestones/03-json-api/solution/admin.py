"""Pages for the team. Private albums stay private here as well."""

from django.contrib import admin

from photo_album_site.models import Album


@admin.register(Album)
class AlbumAdmin(admin.ModelAdmin):
    """The albums that a member of the team may see, for putting things right."""
