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
            while text := (await reader.readline()).decode(errors="replace").strip():
                self.tell(f"{name}: {text}", writer)
        finally:
            self.guests.remove(writer)
            self.tell(f"* {name} left", writer)


async def start_chat(port=0):
    """Start the chat on 127.0.0.1 and return its server."""
    return await asyncio.start_server(Chat().welcome, "127.0.0.1", port)
