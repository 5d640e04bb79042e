import random
import unittest

from pack import pack


class Rules(unittest.TestCase):
    def test_rules(self):
        for seed in range(800):
            dice = random.Random(seed)
            limit = dice.randrange(1, 10)
            weights = [dice.randrange(1, limit + 1) for _ in range(dice.randrange(12))]
            if seed % 3 == 0:
                weights = [1] * len(weights)
            with self.subTest(weights=weights, limit=limit):
                vans = pack(list(weights), limit)
                self.assertEqual(sum(vans, []), weights)
                self.assertTrue(all(0 < sum(van) <= limit for van in vans))
                for place in range(1, len(vans)):
                    self.assertGreater(sum(vans[place - 1]) + vans[place][0], limit)

    def test_error(self):
        for weight in (6, 7):
            for weights in ([weight, 1], [1, weight, 2], [1, weight]):
                self.assertRaises(ValueError, pack, weights, 5)
