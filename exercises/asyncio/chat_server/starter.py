import asyncio


async def start_chat(port=0):
    """Start the chat on 127.0.0.1 and return its server."""

    async def welcome(reader, writer):
        """Look after one guest, from the name to the end of the connection."""
        writer.close()

    return await asyncio.start_server(welcome, "127.0.0.1", port)
