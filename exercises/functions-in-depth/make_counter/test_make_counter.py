from make_counter import make_counter


def test_the_first_number_is_one():
    next_number = make_counter()
    first = next_number()
    assert isinstance(first, int)
    assert first == 1


def test_each_call_gives_the_next_number():
    next_number = make_counter()
    assert [next_number(), next_number(), next_number()] == [1, 2, 3]


def test_a_counter_starts_where_it_is_told():
    next_number = make_counter(1000)
    assert [next_number(), next_number()] == [1000, 1001]


def test_a_counter_moves_by_its_step():
    next_number = make_counter(1000, 5)
    assert [next_number(), next_number(), next_number()] == [1000, 1005, 1010]


def test_a_step_can_be_given_alone():
    next_number = make_counter(step=10)
    assert [next_number(), next_number()] == [1, 11]


def test_a_negative_step_counts_down():
    next_number = make_counter(1, -1)
    assert [next_number(), next_number(), next_number()] == [1, 0, -1]


def test_two_counters_know_nothing_of_each_other():
    orders = make_counter()
    invoices = make_counter(500)
    assert [orders(), invoices(), orders(), invoices(), orders()] == [1, 500, 2, 501, 3]


def test_a_counter_may_start_at_zero():
    next_number = make_counter(0)
    assert [next_number(), next_number()] == [0, 1]
