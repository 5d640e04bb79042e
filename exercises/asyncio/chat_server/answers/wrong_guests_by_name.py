import asyncio


async def start_chat(port=0):
    """Start the chat on 127.0.0.1 and return its server."""
    guests = {}

    def tell(text, but):
        for other in guests.values():
            if other is not but:
                other.write(f"{text}\n".encode())

    async def line_of(reader):
        return (await reader.readline()).decode(errors="replace").strip()

    async def welcome(reader, writer):
        """Look after one guest, from the name to the end of the connection."""
        name = ""
        try:
            name = await line_of(reader)
            if not name:
                return
            guests[name] = writer
            tell(f"* {name} joined", writer)
            async for line in reader:
                tell(f"{name}: {line.decode('utf-8', 'replace').strip()}", writer)
        except ConnectionError:
            pass
        finally:
            if guests.pop(name, None) is not None:
                tell(f"* {name} left", writer)
            writer.close()

    return await asyncio.start_server(welcome, "127.0.0.1", port)
