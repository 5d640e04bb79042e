import sqlite3

import pytest
from job_queue import JobQueue, connect


@pytest.fixture
def queue():
    return JobQueue(connect())


def filled(*jobs):
    """A queue with these jobs: pairs of a key and the moment it was added."""
    queue = JobQueue(connect())
    for key, now in jobs:
        queue.add(key, f"about {key}", now)
    queue.shop.commit()
    return queue


@pytest.fixture
def two_workers(tmp_path):
    """Two queues on the same file, as two processes have them."""
    queues = [JobQueue(connect(tmp_path / "shop.db")) for _ in range(2)]
    for queue in queues:
        queue.shop.execute("PRAGMA synchronous = OFF")
    yield queues
    for queue in queues:
        queue.shop.close()


def test_a_job_is_taken_with_its_payload(queue):
    assert queue.add("mail-7", "to Amira", 100) is True
    queue.shop.commit()
    assert tuple(queue.take(100)) == ("mail-7", "to Amira")


def test_there_is_nothing_to_take_from_an_empty_queue(queue):
    assert queue.take(100) is None


def test_a_job_is_not_due_before_it_was_added():
    queue = filled(("mail-7", 100))
    assert queue.take(99) is None
    assert queue.take(100) is not None


def test_what_has_been_due_for_longest_comes_first():
    queue = filled(("b", 30), ("a", 50), ("c", 10), ("d", 30))
    assert [queue.take(60)[0] for _ in range(4)] == ["c", "b", "d", "a"]


def test_a_key_that_is_there_is_not_added_again():
    queue = filled(("mail-7", 100))
    assert queue.add("mail-7", "something else", 50) is False
    queue.shop.commit()
    assert tuple(queue.take(100)) == ("mail-7", "about mail-7")
    assert queue.take(100) is None


def test_a_job_belongs_to_the_transaction_of_the_caller(queue):
    assert queue.add("mail-7", "to Amira", 100) is True
    queue.shop.rollback()
    assert queue.take(100) is None


def test_a_job_is_stored_when_the_caller_commits(two_workers):
    page, worker = two_workers
    page.add("mail-7", "to Amira", 100)
    assert worker.shop.execute("SELECT COUNT(*) FROM jobs").fetchone() == (0,)
    page.shop.commit()
    assert worker.take(100)[0] == "mail-7"


def test_a_leased_job_is_not_given_to_another_worker(two_workers):
    one, other = two_workers
    one.add("mail-7", "to Amira", 100)
    one.shop.commit()
    assert one.take(100)[0] == "mail-7"
    assert other.take(100) is None
    assert other.take(159) is None


def test_two_workers_at_the_same_moment_get_different_jobs(two_workers):
    one, other = two_workers
    for key in ("a", "b", "c", "d", "e", "f"):
        one.add(key, "", 100)
    one.shop.commit()
    taken = []

    def other_worker_is_quick(statement):
        try:
            job = other.take(100)
        except sqlite3.OperationalError:
            return
        if job is not None:
            taken.append(job[0])

    one.shop.set_trace_callback(other_worker_is_quick)
    job = one.take(100)
    one.shop.set_trace_callback(None)
    if job is not None:
        taken.append(job[0])
    assert taken
    assert len(taken) == len(set(taken))


def test_a_job_of_a_worker_that_died_comes_back_after_the_lease():
    queue = filled(("mail-7", 100))
    queue.take(100)
    assert queue.take(159) is None
    assert queue.take(160)[0] == "mail-7"


def test_a_finished_job_never_comes_back(two_workers):
    one, other = two_workers
    one.add("mail-7", "to Amira", 100)
    one.add("mail-8", "to Erik", 100)
    one.shop.commit()
    one.take(100)
    one.finish("mail-7")
    one.shop.rollback()
    assert other.take(1000)[0] == "mail-8"
    assert other.take(1000) is None


def test_pauses_between_attempts_double():
    queue = filled(("mail-7", 0))
    now, pauses = 0, []
    for _ in range(3):
        queue.take(now)
        queue.fail("mail-7", now)
        failed, now = now, now + 1
        while queue.shop.execute("SELECT due FROM jobs").fetchone()[0] > now:
            now += 1
        pauses.append(now - failed)
    assert pauses == [10, 20, 40]


def test_a_failed_job_is_kept_for_other_workers(two_workers):
    one, other = two_workers
    one.add("mail-7", "to Amira", 100)
    one.shop.commit()
    one.take(100)
    one.fail("mail-7", 103)
    one.shop.rollback()
    assert other.take(112) is None
    assert other.take(113)[0] == "mail-7"


def test_after_four_attempts_a_job_is_put_aside():
    queue = filled(("mail-7", 0), ("mail-8", 0))
    for now in (0, 1000, 2000, 3000):
        assert queue.dead() == []
        queue.take(now)
        queue.fail("mail-7", now)
        queue.finish("mail-8")
    assert queue.dead() == ["mail-7"]
    assert queue.take(999_999) is None


def test_a_worker_that_died_has_used_an_attempt():
    queue = filled(("mail-7", 0))
    for now in (0, 1000, 2000, 3000):
        queue.take(now)
    queue.fail("mail-7", 3000)
    assert queue.dead() == ["mail-7"]


def test_a_job_that_kills_its_workers_is_put_aside(two_workers):
    first, second = two_workers
    first.add("mail-7", "to Amira", 0)
    first.add("mail-8", "to Erik", 500)
    first.shop.commit()
    assert [first.take(moment) for moment in (0, 100, 200, 300)] == [("mail-7", "to Amira")] * 4
    assert first.dead() == []
    assert first.take(500) == ("mail-8", "to Erik")
    assert second.dead() == ["mail-7"]


def test_the_attempts_of_all_workers_count(two_workers):
    one, other = two_workers
    one.add("mail-7", "to Amira", 0)
    one.shop.commit()
    for now, worker in [(0, one), (100, other), (200, one)]:
        assert worker.take(now) == ("mail-7", "to Amira")
    one.fail("mail-7", 200)
    assert other.take(239) is None
    assert other.take(240) == ("mail-7", "to Amira")
    other.fail("mail-7", 240)
    assert one.dead() == ["mail-7"]


def test_the_dead_are_sorted():
    queue = filled(("b", 0), ("a", 1), ("c", 2))
    for now in (100, 1000, 2000, 3000):
        for _ in range(3):
            key = queue.take(now)[0]
            queue.fail(key, now)
    assert queue.dead() == ["a", "b", "c"]


def test_a_dead_job_is_not_added_again():
    queue = filled(("mail-7", 0))
    for now in (0, 1000, 2000, 3000):
        queue.take(now)
        queue.fail("mail-7", now)
    assert queue.add("mail-7", "once more", 4000) is False
    queue.shop.commit()
    assert queue.take(5000) is None


def test_the_last_attempt_has_its_whole_lease():
    queue = filled(("mail-7", 0))
    for now in (0, 100, 200, 300):
        queue.take(now)
    assert queue.take(359) is None
    assert queue.dead() == []
    assert queue.take(360) is None
    assert queue.dead() == ["mail-7"]


def test_twelve_dead_jobs_are_all_listed():
    keys = [f"mail-{number:02}" for number in range(12)]
    queue = filled(*[(key, 0) for key in keys])
    for now in (0, 1000, 2000, 3000):
        for _ in keys:
            queue.fail(queue.take(now)[0], now)
    assert queue.dead() == keys


def test_the_very_same_job_is_new_only_once():
    queue = JobQueue(connect())
    assert queue.add("mail-7", "to Amira", 100) is True
    assert queue.add("mail-7", "to Amira", 100) is False
    queue.shop.rollback()
    assert queue.add("mail-7", "to Amira", 100) is True
