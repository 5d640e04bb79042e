from datetime import date
from io import StringIO

import pytest
from data.album_site import album, clean_database, migrate_to, old_database, user
from django.core.exceptions import ValidationError
from django.core.management import call_command

from photo_album_site.models import Album


@pytest.fixture
def database():
    with clean_database():
        yield


@pytest.fixture
def old_albums():
    """The albums of a site that still has its first version."""
    with old_database():
        models = migrate_to("0001_initial")
        mei = models.get_model("auth", "User").objects.create(username="mei")
        albums = models.get_model("photo_album_site", "Album").objects

        def old_album(title):
            return albums.create(owner=mei, title=title, made_on=date(2024, 6, 1))

        yield old_album


def as_migrated(*albums):
    """Bring the database up to date: kind and title of each album then."""
    now = migrate_to().get_model("photo_album_site", "Album").objects
    found = [now.get(pk=one.pk) for one in albums]
    return [(one.kind, one.title) for one in found]


def test_a_new_album_is_private_and_of_no_special_kind(database):
    made = Album.objects.create(owner=user("mei"), title="Porto", made_on=date(2025, 5, 3))
    made.full_clean()
    assert (made.kind, made.visibility) == ("other", "private")
    assert list(made.shared_with.all()) == []


def test_kinds_and_visibilities_are_the_ones_of_the_brief():
    assert Album.Kind.values == ["wedding", "travel", "family", "other"]
    assert Album.Visibility.values == ["private", "shared", "public"]


def test_an_album_of_another_kind_or_visibility_is_not_valid(database):
    with pytest.raises(ValidationError) as error:
        album(user("mei"), kind="party", visibility="secret").full_clean()
    assert sorted(error.value.message_dict) == ["kind", "visibility"]


def test_an_album_is_shared_with_people_and_they_find_it(database):
    jonas, amira = user("jonas"), user("amira")
    made = album(user("mei"), visibility="shared", shared_with=[jonas])
    assert list(made.shared_with.all()) == [jonas]
    assert list(jonas.shared_albums.all()) == [made]
    assert list(amira.shared_albums.all()) == []


def test_the_migrations_say_all_that_the_models_say(database):
    told = StringIO()
    try:
        call_command("makemigrations", "photo_album_site", check=True, stdout=told)
    except SystemExit:
        assert told.getvalue() == "", "no migration has this yet"


def test_old_albums_are_kept_and_stay_private(old_albums):
    old = old_albums("Porto in May")
    old.photos.create(url="https://pictures.example/1.jpg", caption="Bridge")
    now = migrate_to().get_model("photo_album_site", "Album").objects.get()
    assert (now.pk, now.title, now.made_on) == (old.pk, "Porto in May", date(2024, 6, 1))
    assert (now.owner.username, now.visibility) == ("mei", "private")
    assert [photo.caption for photo in now.photos.all()] == ["Bridge"]


def test_the_kind_moves_out_of_an_old_title(old_albums):
    albums = [
        old_albums("Wedding: Ana and Rui"),
        old_albums("travel: Porto: day one"),
        old_albums("FAMILY :Easter "),
    ]
    assert as_migrated(*albums) == [
        ("wedding", "Ana and Rui"),
        ("travel", "Porto: day one"),
        ("family", "Easter"),
    ]


def test_an_old_title_that_names_no_kind_stays_as_it_is(old_albums):
    titles = ["Porto: day one", "Our wedding: Ana", "Wedding", "Family: ", "Other: odds"]
    albums = [old_albums(title) for title in titles]
    assert as_migrated(*albums) == [("other", title) for title in titles]


def test_the_migration_can_be_taken_back(old_albums):
    titles = ["Wedding: Ana and Rui", "Travel: Porto", "Family: Easter", "Attic"]
    for title in titles:
        old_albums(title)
    migrate_to()
    before = migrate_to("0001_initial").get_model("photo_album_site", "Album").objects
    assert [album.title for album in before.order_by("id")] == titles
