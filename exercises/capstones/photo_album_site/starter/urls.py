"""Which address goes to which view."""

from django.contrib import admin
from django.urls import include, path
from django.views.generic import RedirectView

from photo_album_site import api, views

urlpatterns = [
    path("", RedirectView.as_view(pattern_name="album-list")),
    path("albums/", views.album_list, name="album-list"),
    path("albums/new/", views.new_album, name="new-album"),
    path("albums/kind/<str:kind>/", views.album_list, name="albums-of-kind"),
    path("albums/<int:number>/", views.album_page, name="album"),
    path("albums/<int:number>/edit/", views.edit_album, name="edit-album"),
    path("albums/<int:number>/photos/", views.add_photo, name="add-photo"),
    path("api/albums/", api.AlbumList.as_view(), name="api-album-list"),
    path("api/albums/<int:number>/", api.AlbumPage.as_view(), name="api-album"),
    path("accounts/", include("django.contrib.auth.urls")),
    path("admin/", admin.site.urls),
]
