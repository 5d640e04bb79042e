import tracemalloc

from top_k_stream import top_k


def weighings(count):
    """A stream of parcels, the heaviest ones somewhere in the middle."""
    for number in range(count):
        yield number * 7919 % count, f"P-{number}"


def peak_memory(parcels, k):
    """The bytes that are held at most while the stream goes by."""
    tracemalloc.start()
    try:
        top_k(parcels, k)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_finds_the_heaviest_two():
    assert top_k([(300, "P-1"), (900, "P-2"), (500, "P-3")], 2) == [(900, "P-2"), (500, "P-3")]


def test_finds_the_single_heaviest():
    assert top_k([(300, "P-1"), (900, "P-2"), (500, "P-3")], 1) == [(900, "P-2")]


def test_fewer_parcels_than_k_are_all_returned():
    assert top_k([(300, "P-1"), (900, "P-2")], 5) == [(900, "P-2"), (300, "P-1")]


def test_exactly_k_parcels_are_all_returned():
    assert top_k([(300, "P-1"), (900, "P-2")], 2) == [(900, "P-2"), (300, "P-1")]


def test_no_parcels():
    assert top_k([], 3) == []


def test_a_k_of_zero_gives_none():
    assert top_k([(300, "P-1"), (900, "P-2")], 0) == []


def test_of_equal_weights_the_first_is_kept():
    assert top_k([(500, "P-2"), (500, "P-1"), (500, "P-3")], 1) == [(500, "P-2")]


def test_equal_weights_stay_in_order():
    parcels = [(500, "P-2"), (900, "P-9"), (500, "P-1"), (500, "P-3")]
    assert top_k(parcels, 3) == [(900, "P-9"), (500, "P-2"), (500, "P-1")]


def test_a_heavier_one_pushes_out_the_last_of_equals():
    parcels = [(500, "P-2"), (500, "P-1"), (900, "P-9")]
    assert top_k(parcels, 2) == [(900, "P-9"), (500, "P-2")]


def test_equal_weights_are_not_sorted_by_number():
    assert top_k([(500, "P-1"), (500, "P-3"), (500, "P-2")], 3) == [
        (500, "P-1"),
        (500, "P-3"),
        (500, "P-2"),
    ]


def test_takes_a_stream():
    assert top_k(weighings(1000), 2) == [(999, "P-321"), (998, "P-642")]


def test_needs_no_more_memory_for_a_long_stream():
    assert 0 < peak_memory(weighings(6_000), 10) < 100_000


def test_the_same_parcel_twice_is_there_twice():
    assert top_k([(500, "P-1"), (700, "P-1"), (500, "P-1")], 3) == [
        (700, "P-1"),
        (500, "P-1"),
        (500, "P-1"),
    ]


def test_a_weight_of_zero_is_a_weight():
    assert top_k([(0, "P-1"), (300, "P-2")], 2) == [(300, "P-2"), (0, "P-1")]


def test_parts_of_a_gram_count():
    assert top_k([(500.25, "P-1"), (500.75, "P-2")], 1) == [(500.75, "P-2")]


def test_the_list_of_the_heaviest_may_be_long():
    parcels = [(1000 - number, f"P-{number}") for number in range(30)]
    assert top_k(parcels, 20) == parcels[:20]
