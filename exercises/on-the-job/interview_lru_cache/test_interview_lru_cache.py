import pytest

from interview_lru_cache import LruCache


def test_what_was_put_in_can_be_got():
    cache = LruCache(2)
    cache.put("tea", 450)
    cache.put("mug", 990)
    assert cache.get("tea") == 450
    assert cache.get("mug") == 990


def test_a_key_that_is_not_there_gives_none():
    assert LruCache(2).get("tea") is None


def test_or_the_default():
    assert LruCache(2).get("tea", 7) == 7


def test_when_it_is_full_the_oldest_goes():
    cache = LruCache(2)
    cache.put("tea", 1)
    cache.put("mug", 2)
    cache.put("vase", 3)
    assert cache.get("tea") is None
    assert cache.get("mug") == 2
    assert cache.get("vase") == 3


def test_a_get_counts_as_a_use():
    cache = LruCache(2)
    cache.put("tea", 1)
    cache.put("mug", 2)
    cache.get("tea")
    cache.put("vase", 3)
    assert cache.get("tea") == 1
    assert cache.get("mug") is None


def test_a_put_of_an_old_key_counts_as_a_use():
    cache = LruCache(2)
    cache.put("tea", 1)
    cache.put("mug", 2)
    cache.put("tea", 3)
    cache.put("vase", 4)
    assert cache.get("tea") == 3
    assert cache.get("mug") is None


def test_a_put_of_an_old_key_makes_nothing_go():
    cache = LruCache(2)
    cache.put("tea", 1)
    cache.put("mug", 2)
    cache.put("mug", 3)
    assert len(cache) == 2
    assert cache.get("tea") == 1
    assert cache.get("mug") == 3


def test_a_get_that_finds_nothing_changes_nothing():
    cache = LruCache(1)
    cache.put("tea", 1)
    cache.get("mug")
    cache.get("mug", 7)
    assert len(cache) == 1
    assert cache.get("mug") is None
    assert cache.get("tea") == 1


def test_values_may_be_none_or_zero():
    cache = LruCache(2)
    cache.put("tea", None)
    cache.put("mug", 0)
    assert cache.get("tea", 7) is None
    assert cache.get("mug", 7) == 0


def test_the_length_is_the_number_of_entries():
    cache = LruCache(3)
    assert len(cache) == 0
    for number in range(5):
        cache.put(number, number)
        assert len(cache) == min(number + 1, 3)


def test_room_for_one_entry_is_enough():
    cache = LruCache(1)
    cache.put("tea", 1)
    cache.put("mug", 2)
    assert (cache.get("tea"), cache.get("mug")) == (None, 2)


@pytest.mark.parametrize("size", [0, -1])
def test_a_cache_without_room_is_an_error(size):
    with pytest.raises(ValueError):
        LruCache(size)


def test_two_caches_share_nothing():
    one, other = LruCache(2), LruCache(2)
    one.put("tea", 1)
    assert other.get("tea") is None


class CountingKey:
    """A key that counts how often a key is looked at."""

    looked_at = 0

    def __init__(self, number):
        self.number = number

    def __hash__(self):
        CountingKey.looked_at += 1
        return hash(self.number)

    def __eq__(self, other):
        CountingKey.looked_at += 1
        return self.number == other.number


def test_a_large_cache_looks_at_few_keys():
    cache = LruCache(300)
    for number in range(300):
        cache.put(CountingKey(number), number)
    CountingKey.looked_at = 0
    assert [cache.get(CountingKey(number)) for number in (299, 150, 0)] == [299, 150, 0]
    cache.put(CountingKey(300), 300)
    assert cache.get(CountingKey(1)) is None
    assert CountingKey.looked_at < 200


def test_every_put_of_an_old_key_counts_as_a_use():
    cache = LruCache(3)
    for key in ("tea", "mug", "vase", "mug", "pen", "cup"):
        cache.put(key, 100)
    assert [cache.get(key) for key in ("tea", "mug", "vase")] == [None, 100, None]


def test_a_get_of_a_value_like_the_default_counts_as_a_use():
    cache = LruCache(2)
    cache.put("tea", None)
    cache.put("mug", 990)
    cache.get("tea")
    cache.put("vase", 2500)
    assert cache.get("tea", "gone") is None
    assert cache.get("mug", "gone") == "gone"


def test_a_value_comes_back_as_it_was_put_in():
    cache = LruCache(2)
    cache.put("tea", " Green Tea ")
    assert cache.get("tea") == " Green Tea "
    assert cache.get("mug", "Not here") == "Not here"
