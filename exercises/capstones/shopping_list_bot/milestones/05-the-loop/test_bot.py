import asyncio
import importlib.util
import ssl
from contextlib import asynccontextmanager, closing
from pathlib import Path

import httpx
import pytest

from shopping_list_bot.__main__ import serve
from shopping_list_bot.api import BotApi, Refused
from shopping_list_bot.bot import Bot
from shopping_list_bot.storage import Storage
from shopping_list_bot.texts import QUESTION

FAKE = Path(__file__).parent / "data" / "fake_bot_api.py"
spec = importlib.util.spec_from_file_location("fake_bot_api", FAKE)
fake_bot_api = importlib.util.module_from_spec(spec)
spec.loader.exec_module(fake_bot_api)

# Plain HTTP needs no certificates, and loading them takes time.
NO_CERTIFICATES = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def http_client(url, **more):
    return httpx.AsyncClient(base_url=url, verify=NO_CERTIFICATES, trust_env=False, **more)


class Pauses:
    """Stands in for asyncio.sleep: notes the seconds; `endless` pauses never end."""

    def __init__(self, endless=False):
        self.seconds = []
        self.endless = endless
        self.begun = asyncio.Event()

    async def sleep(self, seconds):
        self.seconds.append(seconds)
        self.begun.set()
        if self.endless:
            await asyncio.Event().wait()


class Family:
    """A fake Bot API, and a file that outlives the bots that are started here."""

    def __init__(self, fake, client, file):
        self.fake = fake
        self.api = BotApi(client, fake.token)
        self.file = file

    @asynccontextmanager
    async def bot(self, pauses=None):
        """A bot at work. At the end of the block it crashes, wherever it is."""
        storage = Storage(self.file)
        bot = Bot(self.api, storage, (pauses or Pauses()).sleep)
        bot.running = asyncio.create_task(bot.run())
        yield bot
        bot.running.cancel()
        await asyncio.gather(bot.running, return_exceptions=True)
        storage.close()

    async def answers(self, number):
        """The texts that arrived, when there are so many and the bot waits for messages."""
        await self.fake.wait_for_answers(number)
        await self.fake.wait_until_idle()
        return self.fake.sent


@pytest.fixture
def tell(tmp_path):
    """Runs a story with a family; it may take three seconds at most."""

    def run(story):
        async def main():
            async with fake_bot_api.FakeBotApi() as fake:
                async with http_client(fake.url) as client:
                    await asyncio.wait_for(story(Family(fake, client, tmp_path / "shopping.db")), 3)

        asyncio.run(main())

    return run


def test_each_chat_is_answered_from_its_own_list(tell):
    async def story(family):
        async with family.bot():
            family.fake.say("2 milk", chat=1)
            family.fake.say("tea", chat=-200)
            family.fake.say("list", chat=1)
            family.fake.say("how are you today then", chat=1)
            assert await family.answers(4) == [
                (1, "Added: 2 milk."),
                (-200, "Added: tea."),
                (1, "To buy:\n- 2 milk"),
                (1, QUESTION),
            ]
            family.fake.say("bought milk", chat=-200)
            assert (await family.answers(5))[4] == (-200, "Not on the list: milk.")

    tell(story)


def test_what_has_no_text_gets_no_answer_and_is_not_fetched_again(tell):
    async def story(family):
        family.fake.give(message={"chat": {"id": 1}, "sticker": {"emoji": "🛒"}})
        family.fake.give(edited_message={"chat": {"id": 1}, "text": "2 milk"})
        async with family.bot():
            await family.fake.wait_until_idle()
            family.fake.say("tea")
            assert await family.answers(1) == [(1, "Added: tea.")]

    tell(story)


def test_an_answer_that_fails_is_sent_again_and_the_work_is_not_done_again(tell):
    async def story(family):
        pauses = Pauses()
        family.fake.fail("sendMessage", 500, "drop")
        async with family.bot(pauses):
            family.fake.say("2 milk")
            family.fake.say("list")
            both = [(1, "Added: 2 milk."), (1, "To buy:\n- 2 milk")]
            assert await family.answers(2) == both
        assert pauses.seconds == [1, 2]

    tell(story)


def test_pauses_grow_up_to_a_minute_and_begin_anew_after_a_success(tell):
    async def story(family):
        pauses = Pauses()
        family.fake.fail("getUpdates", *[502] * 8)
        async with family.bot(pauses):
            await family.fake.wait_until_idle()
            assert pauses.seconds == [1, 2, 4, 8, 16, 32, 60, 60]
            family.fake.fail("getUpdates", 502, 502)
            family.fake.say("tea")
            assert await family.answers(1) == [(1, "Added: tea.")]
            assert pauses.seconds[8:] == [1, 2]

    tell(story)


def test_the_api_may_say_how_long_the_pause_is(tell):
    async def story(family):
        pauses = Pauses()
        family.fake.fail("sendMessage", 429, retry_after=7)
        family.fake.fail("sendMessage", 429)
        family.fake.fail("sendMessage", 429, retry_after=90)
        async with family.bot(pauses):
            family.fake.say("tea")
            assert await family.answers(1) == [(1, "Added: tea.")]
        assert pauses.seconds == [7, 2, 90]

    tell(story)


def test_a_crash_before_the_api_knows_that_a_message_was_answered(tell):
    async def story(family):
        pauses = Pauses(endless=True)
        async with family.bot(pauses):
            await family.fake.wait_until_idle()
            family.fake.fail("getUpdates", 500)
            family.fake.say("2 milk")
            await family.fake.wait_for_answers(1)
            await pauses.begun.wait()
        async with family.bot():
            family.fake.say("list")
            both = [(1, "Added: 2 milk."), (1, "To buy:\n- 2 milk")]
            assert await family.answers(2) == both

    tell(story)


def test_a_crash_before_an_answer_was_sent(tell):
    async def story(family):
        pauses = Pauses(endless=True)
        family.fake.fail("sendMessage", 500)
        async with family.bot(pauses):
            family.fake.say("2 milk")
            family.fake.say("3 tea")
            await pauses.begun.wait()
        assert family.fake.sent == []
        async with family.bot():
            await family.answers(2)
            family.fake.say("list")
            assert await family.answers(3) == [
                (1, "Added: 2 milk."),
                (1, "Added: 3 tea."),
                (1, "To buy:\n- 2 milk\n- 3 tea"),
            ]

    tell(story)


def test_an_answer_that_is_refused_stops_nobody_else(tell):
    async def story(family):
        pauses = Pauses()
        family.fake.fail("sendMessage", 403)
        async with family.bot(pauses) as bot:
            family.fake.say("2 milk", chat=1)
            family.fake.say("tea", chat=2)
            assert await family.answers(1) == [(2, "Added: tea.")]
            family.fake.say("milk", chat=2)
            assert await family.answers(2) == [(2, "Added: tea."), (2, "Added: milk.")]
            assert not bot.running.done()
        assert pauses.seconds == []

    tell(story)


def test_refused_updates_end_the_bot(tell):
    async def story(family):
        family.fake.fail("getUpdates", 401)
        async with family.bot() as bot:
            with pytest.raises(Refused):
                await bot.running

    tell(story)


def test_stop_ends_the_waiting_for_messages_at_once(tell):
    async def story(family):
        async with family.bot() as bot:
            family.fake.say("tea")
            await family.answers(1)
            bot.stop()
            assert await bot.running is None
        family.fake.say("milk")
        async with family.bot():
            assert await family.answers(2) == [(1, "Added: tea."), (1, "Added: milk.")]

    tell(story)


def test_stop_ends_a_pause_at_once(tell):
    async def story(family):
        pauses = Pauses(endless=True)
        family.fake.fail("getUpdates", 500)
        async with family.bot(pauses) as bot:
            await pauses.begun.wait()
            bot.stop()
            assert await bot.running is None
        assert pauses.seconds == [1]
        assert len(family.fake.calls) == 1

    tell(story)


def test_the_whole_program(tell):
    async def story(family):
        program = serve(family.fake.url, family.fake.token, str(family.file))
        running = asyncio.create_task(program)
        family.fake.say("2 milk")
        assert await family.answers(1) == [(1, "Added: 2 milk.")]
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        with closing(Storage(family.file)) as storage:
            assert storage.list_of(1).quantities == {"milk": 2}

    tell(story)
