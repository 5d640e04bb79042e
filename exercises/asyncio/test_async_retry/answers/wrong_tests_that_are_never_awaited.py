from retrying import retry


async def test_gives_the_result():
    async def call():
        return 490

    assert await retry(call) == 490


async def test_gives_up():
    async def call():
        raise ConnectionError

    try:
        await retry(call)
    except ConnectionError:
        return
    raise AssertionError
