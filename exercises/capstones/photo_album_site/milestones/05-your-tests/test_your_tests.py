"""Runs photo_album_site/tests.py: over your site as it is, then over a site with one fault."""

import json
import sys
import unittest
from contextlib import contextmanager
from functools import cache

import pytest
from data.album_site import make_tables
from django.db.models import Q
from django.test import Client
from django.test.utils import setup_test_environment, teardown_test_environment

import photo_album_site.tests
from photo_album_site.models import Album
from photo_album_site.permissions import may_change as right_may_change
from photo_album_site.permissions import visible_to as right_visible_to


@pytest.fixture(autouse=True)
def database():
    make_tables()


def run_your_tests():
    """Run them up to the first that fails."""
    result = unittest.TestResult()
    result.failfast = True
    setup_test_environment()
    try:
        unittest.defaultTestLoader.loadTestsFromModule(photo_album_site.tests).run(result)
    finally:
        teardown_test_environment()
    return result


@cache
def your_tests_pass():
    result = run_your_tests()
    return result.wasSuccessful() and result.testsRun > 0


def what_becomes_of(fault):
    """Your tests have to be green on your site and red on the one with the fault."""
    if not your_tests_pass():
        return "your tests do not pass on your own site"
    with fault():
        return "it got away" if run_your_tests().wasSuccessful() else "noticed"


@contextmanager
def other_rules(visible_to=right_visible_to, may_change=right_may_change):
    """The site with another answer to who may see or change an album, wherever it is asked."""
    changed = []
    for name, module in list(sys.modules.items()):
        if name.startswith("photo_album_site"):
            for key, value in list(vars(module).items()):
                if value is right_visible_to or value is right_may_change:
                    changed.append((module, key, value))
                    setattr(module, key, visible_to if value is right_visible_to else may_change)
    try:
        yield
    finally:
        for module, key, value in changed:
            setattr(module, key, value)


@contextmanager
def other_answers(sent=None, answered=None):
    """The site with requests or answers changed on their way."""
    right_request = Client.request

    def request(self, **parts):
        response = right_request(self, **(sent(parts) if sent else parts))
        return (answered(parts, response) or response) if answered else response

    Client.request = request
    try:
        yield
    finally:
        Client.request = right_request


def with_allowed(allowed):
    """A `visible_to` where a user sees the albums of this condition as well."""

    def visible_to(user):
        right = right_visible_to(user).values("pk")
        return Album.objects.filter(Q(pk__in=right) | Q(pk__in=allowed(user).values("pk")))

    return visible_to


# ----------------------------------------------------------------- the faults


def strangers_see_private_albums():
    return other_rules(visible_to=lambda user: Album.objects.all())


def a_shared_album_is_open_to_everybody_who_is_logged_in():
    def shared(user):
        return Album.objects.filter(visibility="shared", owner__isnull=not user.is_authenticated)

    return other_rules(visible_to=with_allowed(shared))


def the_people_named_do_not_see_a_shared_album():
    def visible_to(user):
        found = right_visible_to(user)
        return found.filter(Q(owner=user) | ~Q(visibility="shared")) if user.pk else found

    return other_rules(visible_to=visible_to)


def an_album_that_is_private_again_stays_open_to_the_people_named():
    return other_rules(
        visible_to=with_allowed(lambda user: Album.objects.filter(shared_with=user.pk or 0))
    )


def owners_do_not_see_their_own_private_albums():
    return other_rules(visible_to=lambda user: right_visible_to(user).exclude(visibility="private"))


def every_user_may_change_public_albums():
    def may_change(user, album):
        public = user.is_authenticated and album.visibility == "public"
        return right_may_change(user, album) or public

    return other_rules(may_change=may_change)


def the_team_may_change_albums_that_are_not_public():
    def may_change(user, album):
        team = user.has_perm("photo_album_site.change_album")
        return right_may_change(user, album) or team

    return other_rules(may_change=may_change)


def the_page_of_a_kind_shows_all_kinds():
    def sent(parts):
        of_a_kind = parts["PATH_INFO"].startswith("/albums/kind/")
        return {**parts, "PATH_INFO": "/albums/"} if of_a_kind else parts

    return other_answers(sent=sent)


def the_second_page_shows_the_first_again():
    def sent(parts):
        is_page = not parts["PATH_INFO"].startswith("/api/")
        return {**parts, "QUERY_STRING": ""} if is_page else parts

    return other_answers(sent=sent)


def the_api_tells_strangers_which_albums_exist():
    def answered(parts, response):
        if parts["PATH_INFO"].startswith("/api/") and response.status_code == 404:
            response.status_code = 403

    return other_answers(answered=answered)


def the_api_tells_everybody_whom_an_album_is_shared_with():
    def answered(parts, response):
        if parts["PATH_INFO"].startswith("/api/albums/") and response.status_code == 200:
            told = json.loads(response.content)
            for one in told.get("albums", [told]):
                named = Album.objects.get(pk=one["id"]).shared_with.all()
                one["shared_with"] = [user.username for user in named]
            response.content = json.dumps(told)

    return other_answers(answered=answered)


FAULTS = [
    strangers_see_private_albums,
    a_shared_album_is_open_to_everybody_who_is_logged_in,
    the_people_named_do_not_see_a_shared_album,
    an_album_that_is_private_again_stays_open_to_the_people_named,
    owners_do_not_see_their_own_private_albums,
    every_user_may_change_public_albums,
    the_team_may_change_albums_that_are_not_public,
    the_page_of_a_kind_shows_all_kinds,
    the_second_page_shows_the_first_again,
    the_api_tells_strangers_which_albums_exist,
    the_api_tells_everybody_whom_an_album_is_shared_with,
]


# ------------------------------------------------------------------ the tests


def test_your_tests_pass_on_your_site():
    result = run_your_tests()
    red = [test for test, _ in (*result.failures, *result.errors)]
    assert [test.id().removeprefix("photo_album_site.tests.") for test in red] == []
    assert result.testsRun > 1


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__.replace("_", " "))
def test_your_tests_notice_that(fault):
    assert what_becomes_of(fault) == "noticed"
