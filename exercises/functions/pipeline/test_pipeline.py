from pipeline import keep, run_steps


def test_without_steps_the_value_comes_out_as_it_went_in():
    assert run_steps("tea") == "tea"
    assert run_steps(0) == 0


def test_one_step():
    assert run_steps("  TEA-01 ", str.strip) == "TEA-01"


def test_the_result_of_a_step_goes_into_the_next():
    assert run_steps(3, lambda n: n + 1, lambda n: n * 10) == 40


def test_the_order_of_the_steps_counts():
    assert run_steps(3, lambda n: n * 10, lambda n: n + 1) == 31


def test_each_step_runs_once():
    calls = []
    result = run_steps(1, lambda n: calls.append("a") or n, lambda n: calls.append("b") or n + 1)
    assert isinstance(result, int)
    assert calls == ["a", "b"]


def test_a_step_may_return_something_that_counts_as_false():
    assert run_steps("tea", len, lambda n: n - 3, str) == "0"
    assert run_steps(3, {1: "one"}.get, str) == "None"


def test_keeps_what_passes_one_test():
    assert keep([5, 12, 7], lambda n: n > 6) == [12, 7]
    assert keep([20, 5, 12, 7, 31, 9], lambda n: n > 6) == [20, 12, 7, 31, 9]


def test_an_item_must_pass_every_test():
    assert keep([5, 12, 7, 20], lambda n: n > 6, lambda n: n % 2 == 0) == [12, 20]
    tests = [lambda n: n > 6, lambda n: n % 2 == 0, lambda n: n < 30]
    assert keep([12, 7, 20, 40, 4], *tests) == [12, 20]


def test_an_item_that_is_there_twice_is_kept_twice():
    assert keep([12, 5, 12], lambda n: n > 6) == [12, 12]


def test_an_item_may_itself_count_as_false():
    assert keep([0, 1, 9], lambda n: n < 6) == [0, 1]


def test_the_items_stay_as_they_were():
    items = [5, 12, 7]
    keep(items, lambda n: n > 6)
    assert items == [5, 12, 7]


def test_without_tests_everything_is_kept():
    items = [3, 1, 2]
    assert keep(items) == [3, 1, 2]
    keep(items).append(99)
    assert items == [3, 1, 2]


def test_without_items_nothing_is_kept():
    assert keep([], lambda n: True) == []


def test_a_true_value_is_enough():
    assert keep(["tea", "", "mug"], len) == ["tea", "mug"]


def test_none_and_an_empty_string_say_no():
    assert keep([1, 2, 3], {1: "yes", 2: ""}.get) == [1]


def test_after_a_no_the_other_tests_do_not_run():
    asked = []
    assert keep([5, 6], lambda n: n > 5, lambda n: asked.append(n) or True) == [6]
    assert asked == [6]


def test_twenty_items_are_all_kept():
    items = list(range(20))
    assert keep(items, lambda n: n < 20) == items


def test_spaces_that_no_step_takes_out_stay():
    assert run_steps(" tea ", str.upper) == " TEA "
