"""Albums get a kind, a visibility, and people they are shared with. It does nothing yet."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("photo_album_site", "0001_initial")]

    operations = []
