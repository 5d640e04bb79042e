"""You wait until every mirror has answered and then take the first in the list. That is the wait for the
slowest, and the winner is whoever stands in front."""

import asyncio


async def fastest_mirror(mirrors, fetch):
    requests = [fetch(mirror) for mirror in mirrors]
    answers = await asyncio.gather(*requests, return_exceptions=True)
    for mirror, answer in zip(mirrors, answers):
        if not isinstance(answer, Exception):
            return mirror, answer
    raise ConnectionError("no mirror answered")
