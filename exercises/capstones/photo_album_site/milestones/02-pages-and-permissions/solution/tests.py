"""Your tests: what must stay true of the site, whoever changes it next."""

from datetime import date

from django.contrib.auth.models import User
from django.test import TestCase

from photo_album_site.models import Album


def make_user(name: str) -> User:
    """A user who can be logged in with `self.client.force_login(user)`."""
    return User.objects.create_user(name)


def make_album(owner: User, **changes: object) -> Album:
    """An album that is valid; a test says what is different this time."""
    values = {"title": "Porto in May", "made_on": date(2025, 5, 3), **changes}
    return Album.objects.create(owner=owner, **values)


class AlbumTests(TestCase):
    """Who sees what."""

    def test_an_album_is_called_by_its_title(self) -> None:
        """The first one, as an example."""
        self.assertEqual(str(make_album(make_user("mei"))), "Porto in May")
