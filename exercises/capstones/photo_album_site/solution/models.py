"""The tables: albums and their photos."""

from django.conf import settings
from django.db import models
from django.urls import reverse

NEWEST_FIRST = ["-made_on", "title", "id"]


class Album(models.Model):
    """A photo album. Who may see it is decided in `permissions`, and only there."""

    class Kind(models.TextChoices):
        """What an album is about."""

        WEDDING = "wedding"
        TRAVEL = "travel"
        FAMILY = "family"
        OTHER = "other"

    class Visibility(models.TextChoices):
        """For whom an album is: its owner, named people too, or everybody."""

        PRIVATE = "private"
        SHARED = "shared"
        PUBLIC = "public"

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="albums"
    )
    title = models.CharField(max_length=80)
    made_on = models.DateField()
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.OTHER)
    visibility = models.CharField(
        max_length=10, choices=Visibility.choices, default=Visibility.PRIVATE
    )
    shared_with = models.ManyToManyField(
        settings.AUTH_USER_MODEL, blank=True, related_name="shared_albums"
    )

    class Meta:
        ordering = NEWEST_FIRST

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The address of the album's page."""
        return reverse("album", args=[self.pk])


class Photo(models.Model):
    """A photo in an album: where the picture is, and what to write under it."""

    album = models.ForeignKey(Album, on_delete=models.CASCADE, related_name="photos")
    url = models.URLField(max_length=300)
    caption = models.CharField(max_length=80, blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.caption or self.url
