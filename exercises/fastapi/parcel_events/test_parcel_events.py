import asyncio
import json

import httpx
import pytest
from parcel_events import HISTORY, WATCHERS, app


@pytest.fixture(autouse=True)
def as_before():
    """Give every test the parcels as they are in the file."""
    before = {number: list(statuses) for number, statuses in HISTORY.items()}
    Page.opened = 0
    yield
    HISTORY.clear()
    HISTORY.update(before)
    for watching in WATCHERS.values():
        watching.clear()


async def settle():
    """Let everything run that can run."""
    for _ in range(30):
        await asyncio.sleep(0)


class Page:
    """The page of a parcel in a browser, without a network between it and the app."""

    opened = 0

    def __init__(self, number, log=None):
        self.got = []
        self.closed_with = None
        self.accepted = False
        self.deaf = False
        self.log = [] if log is None else log
        self.gone = False
        self.when_told = None
        self._inbox = asyncio.Queue()
        self._inbox.put_nowait({"type": "websocket.connect"})
        path = f"/parcels/{number}/events"
        scope = {"type": "websocket", "path": path, "query_string": b""}
        scope["headers"] = [(b"page", str(Page.opened).encode())]
        Page.opened += 1
        self._running = asyncio.create_task(app(scope, self._inbox.get, self._send))
        self._running.add_done_callback(lambda it: it.cancelled() or it.exception())

    async def _send(self, message):
        if self.gone:
            raise OSError("nobody is there any more")
        if message["type"] == "websocket.accept":
            self.accepted = True
        if message["type"] == "websocket.send":
            if self.deaf:
                raise OSError("the connection broke")
            self.got.append(json.loads(message["text"]))
            self.log.append("watcher told")
            if self.when_told:
                await self.when_told()
        if message["type"] == "websocket.close":
            self.closed_with = message["code"]

    def error(self):
        """What went wrong in the app for this page, if anything."""
        return self._running.exception() if self._running.done() else None

    async def leave(self):
        self.gone = True
        self._inbox.put_nowait({"type": "websocket.disconnect", "code": 1001})
        await settle()


async def open_page(number, log=None):
    page = Page(number, log)
    await settle()
    return page


async def request(method, path, log=None):
    """Send a request to the app; note in the log when the answer was sent."""

    async def noting(scope, receive, send):
        async def note(message):
            if log is not None and message["type"] == "http.response.body":
                log.append("answered")
            await send(message)

        await app(scope, receive, note)

    service = httpx.ASGITransport(app=noting, raise_app_exceptions=False)
    client = httpx.AsyncClient(transport=service, base_url="http://harbour")
    response = await client.request(method, path)
    await client.aclose()
    await settle()
    return response


def test_a_page_is_told_the_status_at_once():
    async def story():
        return (await open_page(7)).got, (await open_page(8)).got

    assert asyncio.run(story()) == ([{"status": "packed"}], [{"status": "on the road"}])


def test_a_new_status_is_accepted():
    async def story():
        response = await request("POST", "/parcels/7/status?status=late")
        return response.status_code, response.json()

    assert asyncio.run(story()) == (202, {"number": 7, "status": "late"})


def test_a_new_status_is_pushed_to_every_page_of_the_parcel():
    async def story():
        pages = [await open_page(7), await open_page(7)]
        await request("POST", "/parcels/7/status?status=late")
        await request("POST", "/parcels/7/status?status=delivered")
        return [page.got[1:] for page in pages]

    news = [{"status": "late"}, {"status": "delivered"}]
    assert asyncio.run(story()) == [news, news]


def test_a_status_that_comes_while_pages_are_told_is_told_as_well():
    async def story():
        pages = [await open_page(7), await open_page(7)]

        async def another_status():
            for page in pages:
                page.when_told = None
            await request("POST", "/parcels/7/status?status=delivered")

        for page in pages:
            page.when_told = another_status
        await request("POST", "/parcels/7/status?status=late")
        return [sorted(told["status"] for told in page.got[1:]) for page in pages]

    assert asyncio.run(story()) == [["delivered", "late"]] * 2


def test_a_status_that_comes_while_a_page_opens_is_told():
    async def story():
        page, noted = Page(7), asyncio.Event()

        async def another_status():
            page.when_told = None
            await request("POST", "/parcels/7/status?status=late")
            noted.set()

        page.when_told = another_status
        await asyncio.wait_for(noted.wait(), 2)
        return page.got

    assert asyncio.run(story())[-1] == {"status": "late"}


def test_a_repeated_status_is_sent_again():
    async def story():
        page = await open_page(7)
        for _ in range(2):
            await request("POST", "/parcels/7/status?status=late")
        return page.got[1:]

    assert asyncio.run(story()) == [{"status": "late"}] * 2


def test_a_status_is_sent_and_kept_unchanged():
    async def story():
        page = await open_page(7)
        response = await request("POST", "/parcels/7/status?status=Left%20at%20No.%204")
        return response.json(), page.got[1:], HISTORY[7][1:]

    status = "Left at No. 4"
    assert asyncio.run(story()) == ({"number": 7, "status": status}, [{"status": status}], [status])


def test_a_status_is_in_the_history_before_the_answer_is_sent():
    class Noting(list):
        def append(self, event):
            super().append((event, list(HISTORY[7])))

    async def story():
        log = Noting()
        await request("POST", "/parcels/7/status?status=late", log)
        return log[0]

    assert asyncio.run(story()) == ("answered", ["packed", "late"])


def test_a_page_is_not_told_about_other_parcels():
    async def story():
        page = await open_page(7)
        await request("POST", "/parcels/8/status?status=delivered")
        return page.got

    assert asyncio.run(story()) == [{"status": "packed"}]


def test_a_page_opened_later_is_told_the_newest_status():
    async def story():
        await request("POST", "/parcels/7/status?status=late")
        return (await open_page(7)).got

    assert asyncio.run(story()) == [{"status": "late"}]


def test_the_answer_is_sent_before_the_pages_are_told():
    async def story():
        log = []
        await open_page(7, log)
        log.clear()
        await request("POST", "/parcels/7/status?status=late", log)
        return [event for event, after in zip(log, log[1:] + [None]) if event != after]

    assert asyncio.run(story()) == ["answered", "watcher told"]


def test_a_closed_page_is_forgotten():
    async def story():
        page, other = await open_page(7), await open_page(7)
        await page.leave()
        watching = len(WATCHERS[7])
        await request("POST", "/parcels/7/status?status=late")
        return watching, page.got, other.got

    told, news = {"status": "packed"}, {"status": "late"}
    assert asyncio.run(story()) == (1, [told], [told, news])


def test_a_page_whose_connection_is_broken_off_is_forgotten():
    async def story():
        page = await open_page(7)
        page._running.cancel()
        await settle()
        return page.got, len(WATCHERS[7])

    assert asyncio.run(story()) == ([{"status": "packed"}], 0)


def test_pages_may_close_while_others_are_told():
    async def story():
        pages = [await open_page(7) for _ in range(4)]
        order = [pages[int(websocket.headers["page"])] for websocket in WATCHERS[7]]
        assert len(order) == 4
        first, *leavers, last = order

        async def they_leave():
            for page in leavers:
                await page.leave()

        first.when_told = they_leave
        await request("POST", "/parcels/7/status?status=late")
        return first.got[1:], last.got[1:], len(WATCHERS[7]), [page.error() for page in pages]

    news = [{"status": "late"}]
    assert asyncio.run(story()) == (news, news, 2, [None] * 4)


def test_a_page_may_send_something_and_stays_open():
    async def story():
        page = await open_page(7)
        page._inbox.put_nowait({"type": "websocket.receive", "text": "hello"})
        await settle()
        await request("POST", "/parcels/7/status?status=late")
        return page.got

    assert asyncio.run(story()) == [{"status": "packed"}, {"status": "late"}]


def test_a_page_may_send_bytes_and_stays_open():
    async def story():
        page = await open_page(7)
        page._inbox.put_nowait({"type": "websocket.receive", "bytes": b"\x00"})
        await settle()
        await request("POST", "/parcels/7/status?status=late")
        told = page.got[1:]
        await page.leave()
        return told, len(WATCHERS[7])

    assert asyncio.run(story()) == ([{"status": "late"}], 0)


def test_a_broken_connection_keeps_no_news_from_the_others():
    async def story():
        pages = [await open_page(7) for _ in range(3)]
        order = [pages[int(websocket.headers["page"])] for websocket in WATCHERS[7]]
        assert len(order) == 3
        broken, *others = order
        broken.gone = True
        await request("POST", "/parcels/7/status?status=late")
        return [page.got[1:] for page in others], len(WATCHERS[7])

    told, watching = asyncio.run(story())
    assert told == [[{"status": "late"}]] * 2
    assert watching in (2, 3)


def test_a_broken_connection_keeps_no_news_from_the_others_when_two_statuses_come_at_once():
    async def story():
        pages = [await open_page(7) for _ in range(4)]
        order = [pages[int(websocket.headers["page"])] for websocket in WATCHERS[7]]
        assert len(order) == 4
        first, broken, *others = order
        broken.gone = True

        async def another_status():
            first.when_told = None
            await request("POST", "/parcels/7/status?status=delivered")

        first.when_told = another_status
        await request("POST", "/parcels/7/status?status=late")
        return [sorted(told["status"] for told in page.got[1:]) for page in (first, *others)]

    assert asyncio.run(story()) == [["delivered", "late"]] * 3


def test_a_page_may_leave_after_its_connection_broke():
    async def story():
        page = await open_page(7)
        page.gone = True
        await request("POST", "/parcels/7/status?status=late")
        await page.leave()
        return page.error(), len(WATCHERS[7])

    assert asyncio.run(story()) == (None, 0)


def test_the_page_of_an_unknown_parcel_is_closed_with_4404():
    async def story():
        page = await open_page(99)
        return page.accepted, page.closed_with, page.got, page.error()

    assert asyncio.run(story()) == (True, 4404, [], None)
    assert not WATCHERS.get(99)


def test_a_page_that_breaks_before_its_first_status_is_no_watcher():
    async def story():
        page = Page(7)
        page.deaf = True
        await settle()
        return page.accepted, len(WATCHERS[7])

    assert asyncio.run(story()) == (True, 0)


def test_an_unknown_parcel_gets_no_status_and_has_no_history():
    async def story():
        reported = await request("POST", "/parcels/99/status?status=late")
        listed = await request("GET", "/parcels/99/history")
        return [reported.status_code, reported.json(), listed.status_code, listed.json()]

    missing = {"detail": "no parcel 99"}
    assert asyncio.run(story()) == [404, missing, 404, missing]


def test_the_history_is_a_stream_of_events():
    async def story():
        response = await request("GET", "/parcels/8/history")
        return response.status_code, response.headers["content-type"], response.text

    status, kind, text = asyncio.run(story())
    assert status == 200
    assert kind.split(";")[0] == "text/event-stream"
    assert text == "event: status\ndata: packed\n\nevent: status\ndata: on the road\n\n"


def test_every_new_status_is_in_the_history():
    sent = ["late", "late", "delivered"] * 10

    async def story():
        for status in sent:
            await request("POST", f"/parcels/7/status?status={status}")
        return (await request("GET", "/parcels/7/history")).text

    lines = asyncio.run(story()).split("\n\n")
    assert lines == [*(f"event: status\ndata: {status}" for status in ["packed", *sent]), ""]
