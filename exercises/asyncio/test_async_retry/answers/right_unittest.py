import unittest
from asyncio import CancelledError
from unittest.mock import AsyncMock, call

from retrying import retry


class Retry(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        self.sleep = AsyncMock()

    async def fails(self, error, calls, **options):
        action = AsyncMock(side_effect=error)
        with self.assertRaises(error):
            await retry(action, sleep=self.sleep, **options)
        self.assertEqual(action.await_count, calls)

    async def test_a_result(self):
        for result in (490, 0, None, ""):
            action = AsyncMock(return_value=result)
            self.assertEqual(await retry(action, sleep=self.sleep), result)
            action.assert_awaited_once_with()
        self.sleep.assert_not_awaited()

    async def test_survives(self):
        action = AsyncMock(side_effect=[ConnectionError, ConnectionError, 7])
        self.assertEqual(await retry(action, sleep=self.sleep), 7)
        self.assertEqual(self.sleep.await_args_list, [call(0.1), call(0.2)])

    async def test_gives_up(self):
        await self.fails(ConnectionError, 3)
        self.assertEqual(self.sleep.await_count, 2)
        await self.fails(ConnectionError, 5, tries=5)

    async def test_others(self):
        await self.fails(ValueError, 1)
        await self.fails(CancelledError, 1)
