"""For the tests: carriers that obey a test, a page that listens, and waiting without a clock."""

import asyncio
import json

PATIENCE = 2.0  # seconds after which a test stops waiting; nothing is measured with it


def run(story):
    """Run a test's coroutine; one that hangs fails."""

    async def limited():
        async with asyncio.timeout(PATIENCE):
            return await story

    return asyncio.run(limited())


async def until(condition):
    """Let everything else run until the condition holds; fail if it never does."""
    for _ in range(500):
        if condition():
            return
        await asyncio.sleep(0.001)
    raise AssertionError("what the test waits for did not happen")


class StandIn:
    """A carrier that answers what a test wants, and counts the questions that are open.

    `answers` has a status or an exception for each number; other parcels are "on the road". While
    it is silent, questions stay open until `speak`.
    """

    def __init__(self, answers=None, silent=False):
        self.answers = answers or {}
        self.asked = []
        self.open = 0
        self.most_open = 0
        self._may_answer = asyncio.Event()
        if not silent:
            self._may_answer.set()

    def speak(self):
        """Answer all questions, from now on."""
        self._may_answer.set()

    def silence(self):
        """Answer no question that is asked from now on, until `speak`."""
        self._may_answer.clear()

    async def status(self, number):
        self.asked.append(number)
        self.open += 1
        self.most_open = max(self.most_open, self.open)
        try:
            await self._may_answer.wait()
            await asyncio.sleep(0.001)
        finally:
            self.open -= 1
        answer = self.answers.get(number, "on the road")
        if isinstance(answer, Exception):
            raise answer
        return answer


class Page:
    """A page in a browser that listens at a websocket, without a network between it and the app.

    `got` has what it was sent. While it is `slow`, it takes no message in. `closed_with` is the
    code with which the app ended the connection.
    """

    def __init__(self, app, path="/changes", when_accepted=None):
        self.got = []
        self.accepted = False
        self.closed_with = None
        self.fast = asyncio.Event()
        self.fast.set()
        self.gone = False
        self._when_accepted = when_accepted
        self._inbox = asyncio.Queue()
        self._inbox.put_nowait({"type": "websocket.connect"})
        scope = {"type": "websocket", "path": path, "query_string": b"", "headers": []}
        self.connection = asyncio.create_task(app(scope, self._inbox.get, self._receive))

    async def _receive(self, message):
        if self.gone:
            raise OSError("nobody is there any more")
        if message["type"] == "websocket.accept":
            self.accepted = True
            if self._when_accepted:
                self._when_accepted()
        if message["type"] == "websocket.send":
            await self.fast.wait()
            self.got.append(json.loads(message["text"]))
        if message["type"] == "websocket.close":
            self.closed_with = message["code"]

    def say(self, what):
        kind = "bytes" if isinstance(what, bytes) else "text"
        self._inbox.put_nowait({"type": "websocket.receive", kind: what})

    def leave(self):
        self.gone = True
        self._inbox.put_nowait({"type": "websocket.disconnect", "code": 1001})


async def open_page(app, **more):
    """Return a page that the app has accepted."""
    page = Page(app, **more)
    await until(lambda: page.accepted)
    return page
