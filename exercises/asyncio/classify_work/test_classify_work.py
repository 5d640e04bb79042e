from classify_work import classify_work, shortest_time


def test_a_job_that_nearly_only_waits():
    assert classify_work(90, 10) == "waiting"


def test_a_job_that_nearly_only_computes():
    assert classify_work(10, 90) == "computing"


def test_half_and_half_is_mixed():
    assert classify_work(50, 50) == "mixed"


def test_eighty_percent_of_waiting_is_enough():
    assert classify_work(80, 20) == "waiting"
    assert classify_work(4, 1) == "waiting"


def test_a_little_less_waiting_is_mixed():
    assert classify_work(799, 201) == "mixed"


def test_eighty_percent_of_computing_is_enough():
    assert classify_work(20, 80) == "computing"
    assert classify_work(1, 4) == "computing"


def test_a_little_less_computing_is_mixed():
    assert classify_work(201, 799) == "mixed"


def test_a_job_that_only_waits():
    assert classify_work(1, 0) == "waiting"


def test_a_job_that_only_computes():
    assert classify_work(0, 1) == "computing"


def test_a_job_without_any_time_is_mixed():
    assert classify_work(0, 0) == "mixed"


def test_waits_overlap():
    assert shortest_time([(100, 5), (100, 5), (100, 5)]) == 105


def test_computing_does_not_overlap():
    assert shortest_time([(5, 100), (5, 100), (5, 100)]) == 300


def test_one_long_job_sets_the_time():
    assert shortest_time([(10, 10), (400, 20), (10, 10)]) == 420


def test_a_single_job_takes_its_whole_time():
    assert shortest_time([(30, 12)]) == 42


def test_no_jobs_take_no_time():
    assert shortest_time([]) == 0
    assert isinstance(shortest_time([]), int)
