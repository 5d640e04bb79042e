"""A stand-in for Telegram's Bot API that runs on this machine only.

By hand it is a chat in the terminal:

    python data/fake_bot_api.py

Tests start it in their own event loop:

    async with FakeBotApi() as fake:
        fake.say("2 milk")                      # somebody writes
        await fake.wait_for_answers(1)          # the bot has answered
        assert fake.sent == [(1, "Added: 2 milk.")]
"""

import argparse
import asyncio
import json
import re
import threading
from contextlib import suppress
from urllib.parse import parse_qsl, unquote, urlsplit

TOKEN = "7:TEST"
LONGEST_TEXT = 4096
MOST_UPDATES = 100
REASONS = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden: bot was blocked by the user",
    404: "Not Found",
    409: "Conflict: terminated by other getUpdates request",
    429: "Too Many Requests",
    500: "Internal Server Error",
    502: "Bad Gateway",
}


class ApiProblem(Exception):
    """Something that the API answers with a status of its own."""

    def __init__(self, status, description="", **parameters):
        self.status = status
        self.description = description or REASONS.get(status, "Error")
        self.parameters = parameters


class FakeBotApi:
    """Knows getUpdates, with long polling and offsets, and sendMessage.

    `sent` are the texts that have reached a chat, as (chat, text). `calls` are all requests, as
    (method, parameters), those that failed included.
    """

    def __init__(self, token=TOKEN, on_sent=None):
        self.token = token
        self.sent = []
        self.calls = []
        self._on_sent = on_sent or (lambda chat, text: None)
        self._updates = []  # those that no offset has confirmed
        self._next_id = 501
        self._failures = {"getUpdates": [], "sendMessage": []}
        self._polls = 0
        self._held = set()
        self._news = asyncio.Event()
        self._connections = set()

    # ------------------------------------------------ for tests and people

    def say(self, text, chat=1, name="Mei"):
        """Let somebody write a text in a chat. Returns the update's id."""
        return self.give(
            message={
                "message_id": self._next_id,
                "date": 1767225600,
                "chat": {"id": chat, "type": "group", "title": "Family"},
                "from": {"id": 7, "is_bot": False, "first_name": name},
                "text": text,
            }
        )

    def give(self, **what):
        """Put any update into the line, such as one without a text. Returns its id."""
        self._updates.append({"update_id": self._next_id, **what})
        self._next_id += 1
        self._notify()
        return self._updates[-1]["update_id"]

    def fail(self, method, *statuses, retry_after=None):
        """Let the next requests of a method fail, one with each status.

        "drop" breaks the connection. 502 is the page of a gateway, without JSON. 429 may have the
        number of seconds to wait.
        """
        for status in statuses:
            self._failures[method].append((status, retry_after))

    async def wait_for_answers(self, number):
        """Wait until so many texts have reached their chats."""
        await self._wait_until(lambda: len(self.sent) >= number)

    async def wait_until_idle(self):
        """Wait until a bot has confirmed all updates and waits for the next one."""
        await self._wait_until(lambda: self._held and not self._updates)

    # ------------------------------------------------ the server

    @property
    def url(self):
        """The address of the API."""
        host, port = self._server.sockets[0].getsockname()
        return f"http://{host}:{port}"

    async def start(self, port=0):
        """Begin to listen on 127.0.0.1; 0 means any free port."""
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", port)

    async def stop(self):
        """Close the server and all its connections."""
        self._server.close()
        for connection in self._connections:
            connection.cancel()
        await asyncio.gather(*self._connections, return_exceptions=True)

    async def __aenter__(self):
        await self.start()
        return self

    async def __aexit__(self, *error):
        await self.stop()

    def _notify(self):
        self._news.set()
        self._news = asyncio.Event()

    async def _wait_until(self, is_so):
        while not is_so():
            await self._news.wait()

    async def _serve(self, reader, writer):
        """Answer the requests of one connection, one after the other."""
        this = asyncio.current_task()
        self._connections.add(this)
        try:
            while True:
                answer = await self._unless_gone(reader, await read_request(reader))
                if answer is None:
                    break
                writer.write(answer)
                await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass
        finally:
            self._connections.discard(this)
            writer.close()

    async def _unless_gone(self, reader, request):
        """Return the answer to a request; None where the client leaves before it is there."""
        answering = asyncio.create_task(self._answer(*request))
        leaving = asyncio.create_task(reader.read(1))
        try:
            await asyncio.wait({answering, leaving}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            answering.cancel()
            leaving.cancel()
            await asyncio.gather(answering, leaving, return_exceptions=True)
        return None if answering.cancelled() else answering.result()

    async def _answer(self, path, parameters):
        """Return the bytes that answer a request."""
        try:
            result = await self._call(path, parameters)
            return http_answer(200, {"ok": True, "result": result})
        except ApiProblem as problem:
            if problem.status == 502:
                return http_answer(502, "<html><h1>502 Bad Gateway</h1></html>")
            body = {"ok": False, "error_code": problem.status, "description": problem.description}
            if problem.parameters:
                body["parameters"] = problem.parameters
            return http_answer(problem.status, body)

    async def _call(self, path, parameters):
        """Carry out the method that a path names."""
        token, _, method = path.removeprefix("/bot").partition("/")
        if token != self.token:
            raise ApiProblem(401)
        self.calls.append((method, parameters))
        self._fail_if_told(method)
        if method == "getUpdates":
            return await self._get_updates(
                int(parameters.get("offset", 0)), float(parameters.get("timeout", 0))
            )
        if method == "sendMessage":
            return self._send_message(parameters.get("chat_id"), parameters.get("text"))
        raise ApiProblem(404)

    def _fail_if_told(self, method):
        """Fail as `fail` has said, once for each status."""
        if not self._failures.get(method):
            return
        status, retry_after = self._failures[method].pop(0)
        self._notify()
        if status == "drop":
            raise ConnectionResetError
        if status == 429 and retry_after is not None:
            words = f"Too Many Requests: retry after {retry_after}"
            raise ApiProblem(429, words, retry_after=retry_after)
        raise ApiProblem(status)

    async def _get_updates(self, offset, timeout):
        """Return the updates from the offset on; wait for one if there is none."""
        self._updates = [one for one in self._updates if one["update_id"] >= offset]
        self._polls += 1
        number = self._polls
        self._held = {number}  # a second poll ends the first one
        self._notify()
        try:
            with suppress(TimeoutError):
                async with asyncio.timeout(timeout):
                    await self._wait_until(lambda: self._updates or self._held != {number})
            if self._polls != number:
                raise ApiProblem(409)
        finally:
            self._held.discard(number)
        return self._updates[:MOST_UPDATES]

    def _send_message(self, chat, text):
        """Bring a text to a chat."""
        if not chat or not text:
            raise ApiProblem(400, "Bad Request: message text is empty")
        if len(text) > LONGEST_TEXT:
            raise ApiProblem(400, "Bad Request: message is too long")
        self.sent.append((int(chat), text))
        self._on_sent(int(chat), text)
        self._notify()
        return {"message_id": len(self.sent), "chat": {"id": int(chat)}, "text": text}


async def read_request(reader):
    """Return the path of a request, and its parameters from address, form or JSON."""
    head = (await reader.readuntil(b"\r\n\r\n")).decode()
    target = urlsplit(head.split()[1])
    length = re.search(r"(?im)^content-length: *(\d+)", head)
    body = (await reader.readexactly(int(length[1]) if length else 0)).decode()
    parameters = dict(parse_qsl(target.query))
    if body.lstrip().startswith("{"):
        parameters.update(json.loads(body))
    else:
        parameters.update(parse_qsl(body))
    return unquote(target.path), parameters


def http_answer(status, body):
    """Return an HTTP answer with a body: JSON, or a page as it is."""
    kind = "text/html" if isinstance(body, str) else "application/json"
    data = (body if isinstance(body, str) else json.dumps(body)).encode()
    head = f"HTTP/1.1 {status} -\r\nContent-Type: {kind}\r\nContent-Length: {len(data)}\r\n\r\n"
    return head.encode() + data


# ---------------------------------------------------- the chat in the terminal

WELCOME = """\
The Bot API runs at {url}. In a second terminal, start the bot:

    python -m shopping_list_bot --api {url} --token {token}

Then write here. You are Mei; a line such as `Jonas: bread` is written by Jonas.
!429, !500 or !drop let the bot's next answer fail. !quit ends the chat.
"""


def chat_line(fake, line):
    """Do what a line in the terminal says."""
    if line in ("!429", "!500", "!drop"):
        fake.fail("sendMessage", "drop" if line == "!drop" else int(line[1:]), retry_after=5)
        print("(the next answer will fail)")
    elif line.strip():
        written = re.match(r"([A-Z]\w*): *(.+)", line)
        name, text = written.groups() if written else ("Mei", line)
        fake.say(text, name=name)


async def chat(port):
    """Serve the API, and hand every line from the terminal to it, until `!quit`."""
    fake = FakeBotApi(on_sent=lambda _, text: print("bot: " + text.replace("\n", "\n     ")))
    await fake.start(port)
    print(WELCOME.format(url=fake.url, token=fake.token))
    loop, over = asyncio.get_running_loop(), asyncio.Event()

    def read_lines():
        with suppress(EOFError, RuntimeError):
            while (line := input()) != "!quit":
                loop.call_soon_threadsafe(chat_line, fake, line)
        with suppress(RuntimeError):
            loop.call_soon_threadsafe(over.set)

    threading.Thread(target=read_lines, daemon=True).start()
    await over.wait()
    await fake.stop()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="A Bot API on this machine, to talk to your bot.")
    parser.add_argument("--port", type=int, default=8081)
    with suppress(KeyboardInterrupt):
        asyncio.run(chat(parser.parse_args().port))
