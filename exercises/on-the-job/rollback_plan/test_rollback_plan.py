import pytest

from rollback_plan import rollback_plan


def migration(name, breaks_old=False, can_undo=True):
    return {"name": name, "breaks_old": breaks_old, "can_undo": can_undo}


def release(version, *migrations):
    return {"version": version, "migrations": list(migrations)}


def test_no_migrations_means_one_step():
    releases = [release("2.9.0"), release("2.10.0")]
    assert rollback_plan(releases, "2.10.0", "2.9.0") == ["start 2.9.0"]


def test_a_migration_that_breaks_nothing_stays():
    releases = [release("2.9.0"), release("2.10.0", migration("add_phone"))]
    assert rollback_plan(releases, "2.10.0", "2.9.0") == ["start 2.9.0"]


def test_a_migration_that_breaks_old_releases_is_undone():
    releases = [release("1.0"), release("1.1", migration("drop_kg", breaks_old=True))]
    plan = rollback_plan(releases, "1.1", "1.0")
    assert plan == ["stop 1.1", "undo drop_kg", "start 1.0"]


def test_migrations_are_undone_from_the_newest_back():
    releases = [
        release("1.0"),
        release("1.1", migration("a", breaks_old=True), migration("b", breaks_old=True)),
        release("1.2", migration("c", breaks_old=True)),
    ]
    plan = rollback_plan(releases, "1.2", "1.0")
    assert plan == ["stop 1.2", "undo c", "undo b", "undo a", "start 1.0"]


def test_newer_ones_are_undone_with_it_and_older_ones_stay():
    releases = [
        release("1.0"),
        release("1.1", migration("a"), migration("b", breaks_old=True)),
        release("1.2", migration("c")),
    ]
    plan = rollback_plan(releases, "1.2", "1.0")
    assert plan == ["stop 1.2", "undo c", "undo b", "start 1.0"]


def test_the_migrations_of_the_target_stay():
    releases = [
        release("1.0", migration("a", breaks_old=True, can_undo=False)),
        release("1.1"),
    ]
    assert rollback_plan(releases, "1.1", "1.0") == ["start 1.0"]


def test_releases_after_the_current_one_do_not_matter():
    releases = [release("1.0"), release("1.1"), release("1.2", migration("a", breaks_old=True))]
    assert rollback_plan(releases, "1.1", "1.0") == ["start 1.0"]


def test_what_cannot_be_undone_and_has_to_be_is_an_error():
    releases = [
        release("1.0"),
        release("1.1", migration("a", breaks_old=True)),
        release("1.2", migration("drop_names", can_undo=False)),
    ]
    with pytest.raises(ValueError, match="drop_names"):
        rollback_plan(releases, "1.2", "1.0")


def test_what_cannot_be_undone_and_may_stay_is_no_error():
    releases = [
        release("1.0"),
        release("1.1", migration("a", can_undo=False), migration("b", breaks_old=True)),
    ]
    assert rollback_plan(releases, "1.1", "1.0") == ["stop 1.1", "undo b", "start 1.0"]


def test_from_a_version_to_itself_there_is_nothing_to_do():
    assert rollback_plan([release("1.0"), release("1.1")], "1.1", "1.1") == []


def test_an_unknown_version_to_itself_is_an_error():
    with pytest.raises(ValueError):
        rollback_plan([release("1.0"), release("1.1")], "3.0", "3.0")


def test_the_order_of_the_list_counts_not_the_text():
    releases = [release("2.9.0"), release("2.10.0")]
    with pytest.raises(ValueError):
        rollback_plan(releases, "2.9.0", "2.10.0")


def test_an_unknown_current_version_is_an_error():
    with pytest.raises(ValueError):
        rollback_plan([release("1.0")], "3.0", "1.0")


def test_an_unknown_target_is_an_error():
    with pytest.raises(ValueError):
        rollback_plan([release("1.0")], "1.0", "0.9")


def test_the_releases_stay_as_they_are():
    releases = [
        release("1.0"),
        release("1.1", migration("a", breaks_old=True), migration("b", breaks_old=True)),
        release("1.2", migration("c", breaks_old=True)),
    ]
    rollback_plan(releases, "1.2", "1.0")
    assert [[one["name"] for one in release["migrations"]] for release in releases] == [[], ["a", "b"], ["c"]]


def test_a_long_way_back_has_every_step():
    names = [f"change_{number}" for number in range(20)]
    changes = [migration(name, breaks_old=True) for name in names]
    plan = rollback_plan([release("1.0"), release("1.1", *changes)], "1.1", "1.0")
    undone = [f"undo {name}" for name in reversed(names)]
    assert plan == ["stop 1.1", *undone, "start 1.0"]
