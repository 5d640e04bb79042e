from feature_access import Feature, may_use  # first: it sets Django up

import pytest
from django.contrib.auth.models import AnonymousUser, Group, Permission, User
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.test import Client


@pytest.fixture(autouse=True)
def clean_database():
    """Undo after each test what it wrote."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def editor():
    """A feature that is open for the group testers."""
    feature = Feature.objects.create(name="editor")
    feature.groups.add(Group.objects.create(name="testers"))
    return feature


def user(*groups, **options):
    made = User.objects.create_user("mei", **options)
    for name in groups:
        made.groups.add(Group.objects.get_or_create(name=name)[0])
    return made


def visit(path, somebody=None):
    client = Client()
    if somebody is not None:
        client.force_login(somebody)
    return client.get(path)


def test_a_member_of_the_group_may_use_the_feature(editor):
    assert may_use(user("testers"), "editor") is True


def test_a_member_of_another_group_may_not(editor):
    assert may_use(user("delivery"), "editor") is False


def test_a_user_without_a_group_may_not(editor):
    assert may_use(user(), "editor") is False


def test_one_of_several_groups_is_enough(editor):
    Group.objects.create(name="delivery")
    editor.groups.add(Group.objects.create(name="support"))
    somebody = user("support", "delivery")
    assert may_use(somebody, "editor") is True
    somebody.groups.set(Group.objects.filter(name__in=["testers", "delivery"]))
    assert may_use(somebody, "editor") is True


def test_who_is_in_several_of_its_groups_may_use_it_too(editor):
    editor.groups.add(Group.objects.create(name="support"))
    assert may_use(user("testers", "support"), "editor") is True


def test_the_permission_of_a_group_is_for_its_members_alone(editor):
    editor.groups.get().permissions.add(Permission.objects.get(codename="try_features"))
    assert may_use(user("delivery"), "editor") is False


def test_a_group_with_a_similar_name_does_not_count(editor):
    assert may_use(user("testers of tea"), "editor") is False
    assert visit("/features/editor/", User.objects.get()).status_code == 403


def test_the_groups_of_another_feature_do_not_count(editor):
    other = Feature.objects.create(name="reports")
    other.groups.add(Group.objects.create(name="analytics"))
    assert may_use(user("analytics"), "editor") is False


def test_who_is_not_logged_in_may_use_nothing(editor):
    assert may_use(AnonymousUser(), "editor") is False


def test_the_permission_opens_every_enabled_feature(editor):
    tester = user()
    tester.user_permissions.add(
        Permission.objects.get(codename="try_features")
    )
    assert may_use(tester, "editor") is True


def test_the_permission_may_come_from_a_group(editor):
    tester = user("quality")
    tester.groups.get().permissions.add(Permission.objects.get(codename="try_features"))
    assert may_use(tester, "editor") is True
    assert visit("/features/editor/", tester).status_code == 200


def test_the_permission_opens_a_feature_without_groups():
    Feature.objects.create(name="reports")
    tester = user()
    tester.user_permissions.add(Permission.objects.get(codename="try_features"))
    assert may_use(tester, "reports") is True
    assert may_use(tester, "printer") is False


def test_the_permission_opens_nothing_that_is_not_enabled(editor):
    Feature.objects.update(enabled=False)
    tester = user("testers", is_staff=True)
    assert may_use(tester, "editor") is False
    tester.user_permissions.add(Permission.objects.get(codename="try_features"))
    assert may_use(User.objects.get(), "editor") is False
    assert visit("/features/editor/", User.objects.get()).status_code == 403


def test_another_permission_opens_nothing(editor):
    tester = user()
    for codename, model in (("try_features", Group), ("change_feature", Feature)):
        kind = ContentType.objects.get_for_model(model)
        permission = Permission.objects.create(codename=codename, name=codename, content_type=kind)
        tester.user_permissions.add(permission)
    assert may_use(tester, "editor") is False


def test_a_superuser_has_the_permission(editor):
    assert may_use(user(is_superuser=True), "editor") is True


def test_to_be_staff_is_no_permission(editor):
    assert may_use(user(is_staff=True), "editor") is False


def test_a_feature_that_is_not_enabled_is_closed_for_everybody(editor):
    editor.enabled = False
    editor.save()
    assert may_use(user("testers"), "editor") is False
    assert (
        may_use(User.objects.create_user("ana", is_superuser=True), "editor")
        is False
    )


def test_an_unknown_feature_is_closed(editor):
    tester = user("testers")
    for name in ("printer", "Editor", "edit"):
        assert may_use(tester, name) is False


def test_the_page_names_feature_and_user(editor):
    response = visit("/features/editor/", user("testers"))
    assert response.status_code == 200
    assert response.json() == {"feature": "editor", "user": "mei"}


def test_each_feature_has_its_page():
    Feature.objects.create(name="reports").groups.add(Group.objects.create(name="testers"))
    response = visit("/features/reports/", user("testers", first_name="Mei", last_name="Lin"))
    assert response.json() == {"feature": "reports", "user": "mei"}


def test_the_page_asks_visitors_to_log_in(editor):
    for enabled in (True, False):
        Feature.objects.update(enabled=enabled)
        response = visit("/features/editor/")
        assert response.status_code == 401
        assert response.json() == {"error": "log in first"}


def test_the_page_refuses_who_may_not(editor):
    assert visit("/features/editor/", user("delivery", is_staff=True)).status_code == 403


def test_the_page_of_a_disabled_feature_refuses_members_too(editor):
    editor.enabled = False
    editor.save()
    member = user("testers", is_superuser=True)
    assert visit("/features/editor/", member).status_code == 403


def test_the_page_of_an_unknown_feature_is_not_found(editor):
    assert visit("/features/editor/").status_code == 401
    assert visit("/features/printer/").status_code == 404
    tester = user("testers")
    assert visit("/features/printer/", tester).status_code == 404
    assert visit("/features/Editor/", tester).status_code == 404


def test_a_feature_without_groups_is_open_for_nobody():
    Feature.objects.create(name="reports")
    assert may_use(user("testers"), "reports") is False
