import pytest

from remove_extras import remove_extras


@pytest.mark.parametrize(
    ("lst", "expected"),
    [
        ([1, 1, 1, 2, 3], [1, 2, 3]),
        ([1, 5, 1, 1, 3, 2], [1, 5, 3, 2]),
        ([], []),
        ([3, 4, 5, 1, 3], [3, 4, 5, 1]),
        ([7], [7]),
        ([2, 2, 2, 2], [2]),
        ([1, 2, 3], [1, 2, 3]),
    ],
)
def test_remove_extras(lst, expected):
    assert remove_extras(lst) == expected
