import unittest

from sort_age import sort_age


class TestSortAge(unittest.TestCase):
    def test_one(self):
        self.assertEqual(sort_age([("F", 19)]), [("F", 19)])

    def test_many(self):
        self.assertEqual(
            sort_age([("M", 35), ("F", 18), ("M", 23), ("F", 19), ("M", 30), ("M", 17)]),
            [("M", 35), ("M", 30), ("M", 23), ("F", 19), ("F", 18), ("M", 17)],
        )

    def test_two(self):
        self.assertEqual(sort_age([("F", 18), ("M", 23)]), [("M", 23), ("F", 18)])

    def test_empty(self):
        self.assertEqual(sort_age([]), [])

    def test_already_sorted(self):
        self.assertEqual(sort_age([("F", 60), ("F", 40)]), [("F", 60), ("F", 40)])

    def test_women_last(self):
        self.assertEqual(
            sort_age([("F", 70), ("M", 20), ("F", 33)]), [("F", 70), ("F", 33), ("M", 20)]
        )
