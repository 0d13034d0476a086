import asyncio
from contextvars import ContextVar

guest = ContextVar("guest", default="nobody")


async def serve(next):
    """Serves a guest, and calls the next one."""
    print("serves", guest.get())
    guest.set(next)


async def main():
    guest.set("Ann")
    first = asyncio.create_task(serve("Dan"))
    guest.set("Cid")
    await serve("Dan")
    second = asyncio.create_task(serve("Ann"))
    guest.set("Bob")
    third = asyncio.create_task(serve("nobody"))
    await asyncio.gather(first, second, third)


asyncio.run(main())
