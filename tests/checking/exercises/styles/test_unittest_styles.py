import unittest

from styles import OutOfStock, Shelf, double, is_late, names


class ShelfTests(unittest.TestCase):
    def setUp(self):
        self.shelf = Shelf(["tea"])

    def test_equal(self):
        self.assertEqual(double(4), 8)

    def test_equal_lists(self):
        orders = [{"name": "tea"}, {"name": "mug"}]
        self.assertEqual(names(orders), ["tea", "mug"])

    def test_true(self):
        self.assertTrue(is_late(9))

    def test_false(self):
        self.assertFalse(is_late(1))

    def test_in(self):
        self.assertIn("tea", names([{"name": "tea"}]))

    def test_raises(self):
        with self.assertRaises(OutOfStock):
            Shelf().take()

    def test_several(self):
        for number in (1, 2):
            with self.subTest(number=number):
                self.assertEqual(double(number), number + number)

    def test_own_state(self):
        self.assertEqual(self.shelf.add("mug"), 2)
