"""What people and programs may fill in, and what is wrong with it."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib.auth.models import User

from photo_album_site.models import Album, Photo


class Names(forms.TextInput):
    """A line of names with commas between them; a program may send a list instead."""

    def value_from_datadict(self, data: Mapping[str, Any], files: object, name: str) -> Any:
        """The names that were sent, as a list."""
        value = data.get(name) or []
        if isinstance(value, str):
            return [word.strip() for word in value.split(",") if word.strip()]
        return value

    def format_value(self, value: Any) -> str:
        """The names as they stand in the line."""
        return ", ".join(value or [])


class AlbumForm(forms.ModelForm):
    """An album as its owner fills it in. The owner is not a field: it is who is logged in."""

    shared_with = forms.ModelMultipleChoiceField(
        User.objects.all(), to_field_name="username", required=False, widget=Names
    )

    class Meta:
        model = Album
        fields = ["title", "made_on", "kind", "visibility", "shared_with"]


class PhotoForm(forms.ModelForm):
    """A photo for an album."""

    url = forms.URLField(max_length=300, assume_scheme="https")

    class Meta:
        model = Photo
        fields = ["url", "caption"]
