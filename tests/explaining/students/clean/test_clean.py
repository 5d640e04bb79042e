import unittest

from clean import is_palindrome, tidy


class TidyTest(unittest.TestCase):
    def test_plain(self):
        self.assertEqual(tidy("green tea"), "Green Tea")

    def test_spaces(self):
        self.assertEqual(tidy("  green   tea "), "Green Tea")

    def test_empty(self):
        self.assertEqual(tidy(""), "")

    def test_capitals(self):
        self.assertEqual(tidy("GREEN tea"), "Green Tea")


class PalindromeTest(unittest.TestCase):
    def test_yes(self):
        self.assertTrue(is_palindrome("anna"))
        self.assertTrue(is_palindrome("Anna"))
        self.assertTrue(is_palindrome("A man, a plan, a canal: Panama"))
        self.assertTrue(is_palindrome(""))

    def test_no(self):
        self.assertFalse(is_palindrome("tea"))
        self.assertFalse(is_palindrome("ab"))
        self.assertFalse(is_palindrome("abca"))
