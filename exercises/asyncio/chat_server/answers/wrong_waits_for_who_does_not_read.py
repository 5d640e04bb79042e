import asyncio


class Chat: # whole
    """A room: what one guest writes, all the others read."""

    def __init__(self):
        self.names = {}

    async def tell(self, text, sender):
        """Send a line to all guests but the sender."""
        for writer in list(self.names):
            if writer is sender:
                continue
            try:
                writer.write(text.encode() + b"\n")
                await writer.drain()
            except ConnectionError:
                pass

    async def welcome(self, reader, writer):
        """Look after one guest, from the name to the end of the connection."""
        try:
            first = await reader.readline()
            if first.strip():
                self.names[writer] = first.decode(errors="replace").strip()
                await self.tell(f"* {self.names[writer]} joined", writer)
                while not reader.at_eof():
                    line = await reader.readline()
                    if line:
                        await self.tell(f"{self.names[writer]}: {line.decode(errors='replace').strip()}", writer)
        except ConnectionError:
            pass
        name = self.names.pop(writer, None)
        if name:
            await self.tell(f"* {name} left", None)
        writer.close()


async def start_chat(port=0):
    """Start the chat on 127.0.0.1 and return its server."""
    return await asyncio.start_server(Chat().welcome, "127.0.0.1", port)
