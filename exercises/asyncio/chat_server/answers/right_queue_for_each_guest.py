import asyncio


class Chat:
    """A room: what one guest writes, all the others read."""

    def __init__(self):
        self.guests = set()

    def tell(self, text, sender):
        """Send a line to all guests but the sender."""
        for writer in self.guests - {sender}:
            writer.write(f"{text}\n".encode())

    async def welcome(self, reader, writer):
        """Look after one guest, from the name to the end of the connection."""
        try:
            name = (await reader.readline()).decode(errors="replace").strip()
            if name:
                await self.talk(name, reader, writer)
        except ConnectionError:
            pass
        finally:
            writer.close()

    async def talk(self, name, reader, writer):
        """Pass on what the guest writes, until the guest leaves."""
        self.guests.add(writer)
        self.tell(f"* {name} joined", writer)
        try:
            async for line in reader:
                self.tell(f"{name}: {line.decode(errors='replace').strip()}", writer)
        finally:
            self.guests.remove(writer)
            self.tell(f"* {name} left", writer)


async def start_chat(port=0):
    """Start the chat on 127.0.0.1 and return its server."""
    mailboxes = {}

    def tell(text, sender):
        for guest, mailbox in mailboxes.items():
            if guest is not sender:
                mailbox.put_nowait(text)

    async def deliver(mailbox, writer):
        while True:
            writer.write((await mailbox.get() + "\n").encode("utf-8"))
            await writer.drain()

    async def guest(reader, writer):
        name, postman = "", None
        try:
            name = (await reader.readline()).decode("utf-8", "replace").strip()
            if not name:
                return
            me = object()
            mailboxes[me] = asyncio.Queue()
            postman = asyncio.create_task(deliver(mailboxes[me], writer))
            tell(f"* {name} joined", me)
            while line := await reader.readline():
                tell(f"{name}: {line.decode('utf-8', 'replace').strip()}", me)
        except OSError:
            pass
        finally:
            if postman:
                del mailboxes[me]
                postman.cancel()
                tell(f"* {name} left", me)
            writer.close()

    return await asyncio.start_server(guest, "127.0.0.1", port)
