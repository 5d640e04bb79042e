"""What must stay true of the site, whoever changes it next."""

from datetime import date

from django.contrib.auth.models import AnonymousUser, Permission, User
from django.test import TestCase

from photo_album_site.models import Album
from photo_album_site.permissions import may_change, visible_to


def make_user(name: str) -> User:
    """A user who can be logged in with `self.client.force_login(user)`."""
    return User.objects.create_user(name)


def make_album(owner: User, **changes: object) -> Album:
    """An album that is valid; a test says what is different this time."""
    values = {"title": "Porto in May", "made_on": date(2025, 5, 3), **changes}
    return Album.objects.create(owner=owner, **values)


class AlbumTests(TestCase):
    """Who may see and change an album."""

    @classmethod
    def setUpTestData(cls) -> None:
        """Mei has albums; Jonas is named in the shared one."""
        cls.mei, cls.jonas = make_user("mei"), make_user("jonas")
        cls.private = make_album(cls.mei)
        cls.shared = make_album(cls.mei, visibility="shared")
        cls.shared.shared_with.add(cls.jonas)
        cls.public = make_album(cls.mei, visibility="public")

    def test_a_visitor_sees_what_is_public(self) -> None:
        self.assertEqual(list(visible_to(AnonymousUser())), [self.public])

    def test_an_owner_sees_all_of_it(self) -> None:
        self.assertEqual(list(visible_to(self.mei)), [self.private, self.shared, self.public])

    def test_who_is_named_sees_the_shared_album(self) -> None:
        self.assertEqual(list(visible_to(self.jonas)), [self.shared, self.public])

    def test_who_is_not_named_does_not(self) -> None:
        self.assertEqual(list(visible_to(make_user("amira"))), [self.public])

    def test_an_owner_may_change_a_private_album(self) -> None:
        self.assertTrue(may_change(self.mei, self.private))

    def test_who_is_named_may_not_change_it(self) -> None:
        self.assertFalse(may_change(self.jonas, self.shared))

    def test_a_user_may_not_change_what_others_made_public(self) -> None:
        self.assertFalse(may_change(self.jonas, self.public))

    def test_the_team_may_change_public_albums_only(self) -> None:
        self.jonas.user_permissions.add(Permission.objects.get(codename="change_album"))
        found = [may_change(self.jonas, one) for one in (self.private, self.shared, self.public)]
        self.assertEqual(found, [False, False, True])


class PageTests(TestCase):
    """What a browser gets."""

    @classmethod
    def setUpTestData(cls) -> None:
        """The owner of the albums."""
        cls.mei = make_user("mei")

    def test_the_list_of_a_kind_leaves_other_kinds_out(self) -> None:
        make_album(self.mei, visibility="public", kind="wedding", title="Ana and Rui")
        response = self.client.get("/albums/kind/travel/")
        self.assertNotContains(response, "Ana and Rui")

    def test_the_second_page_has_the_rest(self) -> None:
        for day in range(1, 14):
            trip = {"title": f"Trip {day}.", "made_on": date(2024, 5, day)}
            make_album(self.mei, visibility="public", **trip)
        response = self.client.get("/albums/?page=2")
        self.assertContains(response, "Trip 1.")

    def test_strangers_do_not_learn_that_a_private_album_exists(self) -> None:
        response = self.client.get(make_album(self.mei).get_absolute_url())
        self.assertEqual(response.status_code, 404)

    def test_visitors_log_in_before_they_make_albums(self) -> None:
        response = self.client.get("/albums/new/")
        self.assertRedirects(response, "/accounts/login/?next=/albums/new/")


class ApiTests(TestCase):
    """What a program gets."""

    @classmethod
    def setUpTestData(cls) -> None:
        """One private album."""
        cls.mei = make_user("mei")
        cls.private = make_album(cls.mei)

    def test_the_list_has_no_private_album(self) -> None:
        self.assertEqual(self.client.get("/api/albums/").json()["albums"], [])

    def test_a_private_album_is_not_found(self) -> None:
        response = self.client.get(f"/api/albums/{self.private.pk}/")
        self.assertEqual(response.status_code, 404)

    def test_the_owner_gets_it(self) -> None:
        self.client.force_login(self.mei)
        response = self.client.get(f"/api/albums/{self.private.pk}/")
        self.assertEqual(response.json()["title"], "Porto in May")

    def test_who_may_not_change_an_album_is_not_told_the_names(self) -> None:
        public = make_album(self.mei, visibility="public")
        public.shared_with.add(make_user("jonas"))
        self.assertNotIn("shared_with", self.client.get(f"/api/albums/{public.pk}/").json())
