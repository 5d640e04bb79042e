import asyncio
import os
import socket
import struct

import pytest
from chat_server import start_chat

PATIENCE = 0.4
LONG_LINES = 100  # more than the buffers of a connection hold
AT_ONCE = struct.pack("hh" if os.name == "nt" else "ii", 1, 0)


class Guest:
    """Somebody at the other end of a connection to the server."""

    def __init__(self, reader, writer):
        self.reader = reader
        self.writer = writer

    def says(self, *lines):
        """Send all lines in one piece."""
        self.writer.write("".join(line + "\n" for line in lines).encode())

    def breaks_off(self):
        """End the connection without a goodbye, so that reading from it fails."""
        self.writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, AT_ONCE)
        self.writer.transport.abort()

    async def hears(self, patience=PATIENCE):
        """Return the next line that arrives, or say that nothing does."""
        try:
            line = await asyncio.wait_for(self.reader.readline(), patience)
        except TimeoutError:
            return "nothing"
        return line.decode() if line else "the connection was closed"


def chat(story):
    """Start a server and let the story happen: it gets a function that brings in a guest."""

    async def main():
        server = await start_chat()
        host, port = server.sockets[0].getsockname()
        assert host == "127.0.0.1"
        guests = []

        async def enter(*lines):
            guest = Guest(*await asyncio.open_connection(host, port))
            guests.append(guest)
            guest.says(*lines)
            await asyncio.sleep(0.01)
            return guest

        try:
            return await story(enter)
        finally:
            for guest in guests:
                guest.writer.close()
            server.close()

    return asyncio.run(main())


def test_a_new_guest_is_announced_to_the_others():
    async def story(enter):
        mei = await enter("Mei")
        await enter("Jonas")
        return await mei.hears()

    assert chat(story) == "* Jonas joined\n"


def test_all_the_others_hear_what_one_says():
    async def story(enter):
        mei = await enter("Mei")
        jonas = await enter("Jonas")
        tomas = await enter("Tomás")
        tomas.says("zwei Stück für Zoë")
        return [await guest.hears() for guest in (mei, mei, mei, jonas, jonas)]

    assert chat(story) == [
        "* Jonas joined\n",
        "* Tomás joined\n",
        "Tomás: zwei Stück für Zoë\n",
        "* Tomás joined\n",
        "Tomás: zwei Stück für Zoë\n",
    ]


def test_nobody_hears_themselves():
    async def story(enter):
        mei = await enter("Mei")
        jonas = await enter("Jonas")
        mei.says("anybody there?")
        first = await jonas.hears()
        jonas.says("yes")
        return [first, await mei.hears(), await mei.hears()]

    assert chat(story) == ["Mei: anybody there?\n", "* Jonas joined\n", "Jonas: yes\n"]


def test_names_are_not_mixed_up():
    async def story(enter):
        mei = await enter("Mei")
        jonas = await enter("Jonas")
        mei.says("hello")
        return await jonas.hears()

    assert chat(story) == "Mei: hello\n"


def test_two_guests_may_have_the_same_name():
    async def story(enter):
        first = await enter("Mei")
        second = await enter("Mei")
        second.says("I am the other one")
        second.writer.write_eof()
        joined = [await first.hears(), await first.hears(), await first.hears()]
        await enter("Jonas")
        return [*joined, await first.hears()]

    assert chat(story) == ["* Mei joined\n", "Mei: I am the other one\n", "* Mei left\n", "* Jonas joined\n"]


def test_nothing_is_sent_to_a_guest_who_has_gone(caplog):
    async def story(enter):
        mei = await enter("Mei")
        jonas = await enter("Jonas")
        jonas.breaks_off()
        heard = [await mei.hears(), await mei.hears()]
        mei.says(*"abcdefgh")
        await enter("Tomás")
        return [*heard, await mei.hears()]

    assert chat(story) == ["* Jonas joined\n", "* Jonas left\n", "* Tomás joined\n"]
    assert "socket.send()" not in caplog.text  # what asyncio says to who goes on writing


def test_lines_that_arrive_in_one_piece_are_still_lines():
    async def story(enter):
        mei = await enter("Mei")
        await enter("Jonas", "one", "two")
        return [await mei.hears(), await mei.hears(), await mei.hears()]

    assert chat(story) == ["* Jonas joined\n", "Jonas: one\n", "Jonas: two\n"]


def test_a_line_may_arrive_in_two_pieces():
    async def story(enter):
        mei = await enter("Mei")
        jonas = await enter("Jonas")
        jonas.writer.write(b"two mu")
        await asyncio.sleep(0.01)
        jonas.says("gs")
        return [await mei.hears(), await mei.hears()]

    assert chat(story) == ["* Jonas joined\n", "Jonas: two mugs\n"]


def test_bytes_that_are_no_text_end_nothing():
    async def story(enter):
        mei = await enter("Mei")
        jonas = await enter()
        jonas.writer.write(b"J\xf6nas\ntw\xff mugs\n")
        jonas.says("still here")
        return [await mei.hears(), await mei.hears(), await mei.hears()]

    assert chat(story) == [
        "* J\ufffdnas joined\n",
        "J\ufffdnas: tw\ufffd mugs\n",
        "J\ufffdnas: still here\n",
    ]


def test_white_space_around_names_and_texts_is_dropped():
    async def story(enter):
        mei = await enter("Mei")
        await enter("  Jonas \r", "  two mugs \r")
        return [await mei.hears(), await mei.hears()]

    assert chat(story) == ["* Jonas joined\n", "Jonas: two mugs\n"]


def test_an_empty_line_is_a_line_too():
    async def story(enter):
        mei = await enter("Mei")
        await enter("Jonas", "", "still here")
        return [await mei.hears(), (await mei.hears()).rstrip(), await mei.hears()]

    assert chat(story) == ["* Jonas joined\n", "Jonas:", "Jonas: still here\n"]


@pytest.mark.parametrize("politely", [True, False])
def test_the_others_hear_that_a_guest_has_left(politely):
    async def story(enter):
        mei = await enter("Mei")
        jonas = await enter("Jonas")
        if politely:
            jonas.writer.close()
        else:
            jonas.breaks_off()
        return [await mei.hears(), await mei.hears()]

    assert chat(story) == ["* Jonas joined\n", "* Jonas left\n"]


def test_the_chat_goes_on_after_somebody_left():
    async def story(enter):
        mei = await enter("Mei")
        jonas = await enter("Jonas")
        jonas.breaks_off()
        await asyncio.sleep(0.01)
        tomas = await enter("Tomás")
        mei.says("still here")
        return await tomas.hears()

    assert chat(story) == "Mei: still here\n"


@pytest.mark.parametrize("first_line", [[], [""], ["   "]])
def test_who_has_no_name_was_never_there(first_line):
    async def story(enter):
        mei = await enter("Mei")
        stranger = await enter(*first_line)
        stranger.writer.write_eof()
        gone = await stranger.hears()
        await enter("Jonas")
        return [gone, await mei.hears()]

    assert chat(story) == ["the connection was closed", "* Jonas joined\n"]


def test_the_server_closes_the_connection_of_a_guest_who_left():
    async def story(enter):
        mei = await enter("Mei")
        mei.writer.write_eof()
        return await mei.hears()

    assert chat(story) == "the connection was closed"


def test_a_connection_that_breaks_while_another_guest_writes_ends_nothing_else():
    async def story(enter):
        mei = await enter("Mei")
        tomas = await enter("Tomás")
        jonas = await enter("Jonas")
        joined = [await mei.hears(), await mei.hears(), await tomas.hears()]
        jonas.breaks_off()
        await asyncio.sleep(0)
        mei.says("one")  # in the same turn: the server learns of both at once
        heard = [await tomas.hears(), await tomas.hears()]
        mei.says("two")
        return joined, sorted(heard), await tomas.hears()

    assert chat(story) == (
        ["* Tomás joined\n", "* Jonas joined\n", "* Jonas joined\n"],
        ["* Jonas left\n", "Mei: one\n"],
        "Mei: two\n",
    )


def test_a_guest_who_never_reads_keeps_nobody_waiting():
    async def story(enter):
        mei = await enter("Mei")
        asleep = await enter("Jonas")
        asleep.writer.transport.pause_reading()
        asleep.writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        tomas = await enter("Tomás")
        for _ in range(LONG_LINES):
            mei.says(60_000 * "x")
        mei.says("the end")
        for _ in range(LONG_LINES + 1):
            heard = await tomas.hears(patience=2)
            if heard in ("Mei: the end\n", "nothing"):
                break
        return heard

    assert chat(story) == "Mei: the end\n"


def test_two_servers_are_two_rooms():
    async def main():
        servers = [await start_chat(), await start_chat()]
        guests = []
        for server, names in zip(servers, (["Mei"], ["Jonas", "Tomás"])):
            for name in names:
                guest = Guest(*await asyncio.open_connection(*server.sockets[0].getsockname()))
                guest.says(name)
                guests.append(guest)
                await asyncio.sleep(0.01)
        guests[0].says("hello")
        news = await guests[1].hears()
        guests[0].writer.write_eof()
        end = await guests[0].hears()
        for guest in guests:
            guest.writer.close()
        for server in servers:
            server.close()
        return news, end

    assert asyncio.run(main()) == ("* Tomás joined\n", "the connection was closed")


def test_the_port_can_be_chosen():
    async def main():
        first = await start_chat()
        port = first.sockets[0].getsockname()[1]
        first.close()
        second = await start_chat(port)
        chosen = second.sockets[0].getsockname()[1]
        second.close()
        return chosen == port

    assert asyncio.run(main()) is True
