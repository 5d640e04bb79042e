import asyncio
import importlib.util
import ssl
from pathlib import Path

import httpx
import pytest

from shopping_list_bot.api import BotApi, Refused, Unavailable

FAKE = Path(__file__).parent / "data" / "fake_bot_api.py"
spec = importlib.util.spec_from_file_location("fake_bot_api", FAKE)
fake_bot_api = importlib.util.module_from_spec(spec)
spec.loader.exec_module(fake_bot_api)

# Plain HTTP needs no certificates, and loading them takes time.
NO_CERTIFICATES = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def http_client(url, **more):
    return httpx.AsyncClient(base_url=url, verify=NO_CERTIFICATES, trust_env=False, **more)


def with_api(story, token=fake_bot_api.TOKEN):
    """Let a story happen with a fake Bot API and the client that talks to it."""

    async def main():
        async with fake_bot_api.FakeBotApi() as fake:
            async with http_client(fake.url) as client:
                return await asyncio.wait_for(story(fake, BotApi(client, token)), 3)

    return asyncio.run(main())


def test_updates_are_a_list_of_dicts():
    async def story(fake, api):
        number = fake.say("2 milk", chat=-200)
        updates = await api.get_updates(0)
        assert [update["update_id"] for update in updates] == [number]
        assert updates[0]["message"]["chat"]["id"] == -200
        assert updates[0]["message"]["text"] == "2 milk"

    with_api(story)


def test_it_waits_until_somebody_writes():
    async def story(fake, api):
        asking = asyncio.create_task(api.get_updates(0))
        await fake.wait_until_idle()
        assert not asking.done()
        fake.say("tea")
        return [update["message"]["text"] for update in await asking]

    assert with_api(story) == ["tea"]


def test_an_empty_list_when_the_time_is_over():
    async def story(fake, api):
        nothing = await api.get_updates(0, timeout=0)
        fake.say("tea")
        return nothing, len(await api.get_updates(0, timeout=0))

    assert with_api(story) == ([], 1)


def test_the_api_is_told_from_where_on_and_how_long_to_wait():
    async def story(fake, api):
        fake.say("milk")
        second = fake.say("tea")
        updates = await api.get_updates(second, timeout=7)
        await api.get_updates(second)
        waits = [float(parameters["timeout"]) for _, parameters in fake.calls]
        return [update["update_id"] == second for update in updates], waits

    assert with_api(story) == ([True], [7, 25])


@pytest.mark.parametrize("seconds", [1, 25, 50])
def test_the_client_is_more_patient_than_the_api(seconds):
    async def main():
        waits = []

        def answer(request):
            waits.append(request.extensions["timeout"]["read"])
            return httpx.Response(200, json={"ok": True, "result": []})

        transport = httpx.MockTransport(answer)
        async with http_client("http://bot.example", transport=transport) as client:
            await BotApi(client, "7:TEST").get_updates(0, timeout=seconds)
        return waits

    waits = asyncio.run(main())
    assert len(waits) == 1
    assert waits[0] is None or waits[0] >= seconds + 5


def test_a_text_reaches_its_chat():
    async def story(fake, api):
        await api.send_message(-200, "To buy:\n- 2 Käse 🧀")
        await api.send_message(1, "a & b = c?")
        return fake.sent

    assert with_api(story) == [(-200, "To buy:\n- 2 Käse 🧀"), (1, "a & b = c?")]


@pytest.mark.parametrize("failure", [500, 502, "drop"])
def test_what_may_work_later_is_unavailable_and_asked_once(failure):
    async def story(fake, api):
        fake.fail("getUpdates", failure)
        with pytest.raises(Unavailable) as update_error:
            await api.get_updates(0)
        fake.fail("sendMessage", failure)
        with pytest.raises(Unavailable) as message_error:
            await api.send_message(1, "Added: tea.")
        assert update_error.value.retry_after is None
        assert "TEST" not in f"{update_error.value} {message_error.value}"
        return len(fake.calls), fake.sent

    assert with_api(story) == (2, [])


def test_nobody_there_is_unavailable_too():
    async def story(fake, api):
        await fake.stop()
        with pytest.raises(Unavailable):
            await api.get_updates(0)

    with_api(story)


@pytest.mark.parametrize("body", ["null", "[]", "7", '"busy"'])
def test_json_that_is_no_object_is_unavailable(body):
    async def main():
        transport = httpx.MockTransport(lambda request: httpx.Response(200, text=body))
        async with httpx.AsyncClient(base_url="http://bot", transport=transport) as client:
            with pytest.raises(Unavailable):
                await BotApi(client, "TEST").get_updates(0)

    asyncio.run(main())


@pytest.mark.parametrize(
    ("status", "error"), [(501, Unavailable), (502, Unavailable), (520, Unavailable), (400, Refused)]
)
def test_a_failure_without_the_words_of_the_api_is_told_all_the_same(status, error):
    async def main():
        transport = httpx.MockTransport(lambda request: httpx.Response(status, json={}))
        async with http_client("http://bot", transport=transport) as client:
            with pytest.raises(error):
                await BotApi(client, "TEST").get_updates(0)

    asyncio.run(main())


def test_what_is_not_ok_is_refused_whatever_the_status():
    async def main():
        answer = {"ok": False, "error_code": 400, "description": "Bad Request: chat not found"}
        transport = httpx.MockTransport(lambda request: httpx.Response(200, json=answer))
        async with http_client("http://bot", transport=transport) as client:
            with pytest.raises(Refused, match="chat not found"):
                await BotApi(client, "TEST").send_message(1, "Added: tea.")

    asyncio.run(main())


def test_429_says_how_long_to_wait():
    async def story(fake, api):
        waits = []
        for seconds in (7, 31, None):
            fake.fail("sendMessage", 429, retry_after=seconds)
            with pytest.raises(Unavailable, match="Too Many Requests") as error:
                await api.send_message(1, "Added: tea.")
            waits.append(error.value.retry_after)
        return waits, fake.sent

    assert with_api(story) == ([7, 31, None], [])


@pytest.mark.parametrize(
    "status, words", [(403, "bot was blocked"), (409, "Conflict"), (428, "Error")]
)
def test_a_refusal_is_told_with_the_words_of_the_api(status, words):
    async def story(fake, api):
        fake.fail("sendMessage", status)
        with pytest.raises(Refused, match=words):
            await api.send_message(1, "Added: tea.")
        return len(fake.calls)

    assert with_api(story) == 1


def test_a_wrong_token_is_refused_and_not_repeated_in_the_error():
    async def story(fake, api):
        with pytest.raises(Refused, match="Unauthorized") as error:
            await api.get_updates(0)
        assert "SECRET" not in str(error.value)

    with_api(story, token="7:SECRET")
