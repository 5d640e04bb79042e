"""Albums get a kind, a visibility, and people they are shared with.

Until now the kind stood in the title, as in `Wedding: Ana and Rui`. It moves into its column.
"""

from typing import Any

from django.conf import settings
from django.db import migrations, models

KINDS = ["wedding", "travel", "family"]


def take_kinds_out_of_titles(apps: Any, schema_editor: Any) -> None:
    """`Wedding: Ana and Rui` becomes a wedding with the title `Ana and Rui`."""
    for album in apps.get_model("photo_album_site", "Album").objects.all():
        word, _, rest = album.title.partition(":")
        kind, title = word.strip().lower(), rest.strip()
        if kind in KINDS and title:
            album.kind = kind
            album.save()


def put_kinds_back_into_titles(apps: Any, schema_editor: Any) -> None:
    """The way back: a wedding gets `Wedding: ` in front of its title."""
    for album in apps.get_model("photo_album_site", "Album").objects.filter(kind__in=KINDS):
        album.title = f"{album.kind.capitalize()}: {album.title}"
        album.save()


class Migration(migrations.Migration):
    dependencies = [
        ("photo_album_site", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="album",
            name="kind",
            field=models.CharField(
                choices=[
                    ("wedding", "Wedding"),
                    ("travel", "Travel"),
                    ("family", "Family"),
                    ("other", "Other"),
                ],
                default="other",
                max_length=10,
            ),
        ),
        migrations.AddField(
            model_name="album",
            name="visibility",
            field=models.CharField(
                choices=[
                    ("private", "Private"),
                    ("shared", "Shared"),
                    ("public", "Public"),
                ],
                default="private",
                max_length=10,
            ),
        ),
        migrations.AddField(
            model_name="album",
            name="shared_with",
            field=models.ManyToManyField(
                blank=True, related_name="shared_albums", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.RunPython(take_kinds_out_of_titles, put_kinds_back_into_titles),
    ]
