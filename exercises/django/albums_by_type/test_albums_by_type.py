import pytest
from albums_by_type import Album, Photo, albums_by_type
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext


@pytest.fixture(autouse=True)
def clean_database():
    """Undo after each test what it wrote."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def album(title, photos=1, place="Lisbon", kind="trip", public=True):
    made = Album.objects.create(
        title=title, place=place, kind=kind, public=public
    )
    for _ in range(photos):
        made.photos.create()
    return made


def titles(*arguments, **options):
    return [found.title for found in albums_by_type(*arguments, **options)]


def test_gives_the_albums_of_that_type():
    album("Porto in May")
    album("Ana and Rui", kind="wedding")
    assert titles("trip") == ["Porto in May"]
    assert titles("wedding") == ["Ana and Rui"]


def test_gives_the_album_objects():
    porto = album("Porto in May")
    assert list(albums_by_type("trip")) == [porto]


def test_private_albums_are_left_out():
    album("Only for us", public=False)
    album("For all")
    assert titles("trip") == ["For all"]


def test_albums_without_photos_are_left_out():
    album("Not begun", photos=0)
    album("Begun", photos=1)
    assert titles("trip") == ["Begun"]


def test_an_album_with_many_photos_comes_once():
    album("Porto in May", photos=3)
    assert titles("trip") == ["Porto in May"]


def test_albums_come_by_title():
    for title, place in (("Cork", "A"), ("Athens", "C"), ("Bergen", "B")):
        album(title, place=place)
    assert titles("trip") == ["Athens", "Bergen", "Cork"]


def test_what_a_search_finds_comes_by_title():
    for title in ("Cork by bus", "Athens by bus", "Bergen by bus"):
        album(title)
    assert titles("trip", search="bus") == ["Athens by bus", "Bergen by bus", "Cork by bus"]


def test_two_albums_of_one_title_both_come():
    album("Porto in May")
    album("Porto in May")
    assert titles("trip") == ["Porto in May", "Porto in May"]


def test_search_finds_text_in_the_title():
    album("Porto in May")
    album("Cork")
    assert titles("trip", search="in May") == ["Porto in May"]


def test_search_finds_text_in_the_place():
    album("Three bridges", place="Old Porto by the sea")
    album("Cork")
    assert titles("trip", search="Porto") == ["Three bridges"]


def test_search_looks_at_title_and_place_only():
    album("Porto", place="Kiel")
    assert titles("trip", search="trip") == []
    assert titles("trip", search="PortoKiel") == []


def test_search_can_be_a_keyword_or_a_positional_argument():
    album("Porto in May")
    album("Cork")
    assert titles("trip", "Porto") == ["Porto in May"]
    assert titles(kind="trip", search="Porto") == ["Porto in May"]


def test_search_takes_large_and_small_letters_as_the_same():
    album("Porto in May")
    album("A hotel", place="oPORTO")
    assert titles("trip", search="pORTO") == ["A hotel", "Porto in May"]
    assert titles("trip", search="porto IN") == ["Porto in May"]


def test_search_keeps_to_the_type_and_to_public_albums():
    album("Porto wedding", kind="wedding")
    album("Porto at home", public=False)
    album("Our bridges", public=False, place="Porto")
    album("Two rings", kind="wedding", place="Porto")
    album("Porto in May")
    assert titles("trip", search="Porto") == ["Porto in May"]


def test_a_search_leaves_out_albums_without_photos_too():
    album("Porto not begun", photos=0)
    album("Porto in May")
    assert titles("trip", search="Porto") == ["Porto in May"]


def test_a_search_is_one_text_and_taken_as_it_is():
    album("Porto (old) in May", place="Kiel")
    album("Oslo", place="Kiel")
    assert titles("trip", search="o ") == ["Porto (old) in May"]
    assert titles("trip", search="(old") == ["Porto (old) in May"]
    assert titles("trip", search="May Porto") == []
    assert titles("trip", search=".") == []


def test_one_album_with_very_many_photos_hides_no_other():
    porto = album("Porto in May")
    Photo.objects.bulk_create(Photo(album=porto) for _ in range(300))
    album("Cork")
    assert titles("trip") == ["Cork", "Porto in May"]


def test_nothing_fits():
    album("Porto in May")
    assert titles("family") == []
    assert titles("trip", search="Cork") == []


def test_a_queryset_comes_back_even_when_nothing_fits():
    assert albums_by_type("family").count() == 0
    assert albums_by_type("family", search="Cork").count() == 0


def test_no_query_runs_before_the_albums_are_used():
    album("Porto in May")
    with CaptureQueriesContext(connection) as seen:
        albums = albums_by_type("trip", search="Porto")
        assert len(seen) == 0
        assert [one.title for one in albums] == ["Porto in May"]
        assert len(seen) == 1


def test_the_answer_can_be_filtered_further():
    album("Porto in May")
    album("Cork")
    assert albums_by_type("trip").exclude(title="Cork").count() == 1
    assert albums_by_type("trip").count() == 2


def test_a_kind_is_the_whole_word():
    album("Porto in May")
    album("Up the coast", kind="roadtrip")
    album("Down the river", kind="Trip")
    assert titles("trip") == ["Porto in May"]
