import asyncio
from contextvars import ContextVar

guest = ContextVar("guest", default="nobody")


def ring(next_guest):
    """Rings for a guest, and calls the next one."""
    print("rings for", guest.get())
    guest.set(next_guest)


async def main():
    loop = asyncio.get_running_loop()
    guest.set("Ann")
    loop.call_later(0.4, ring, "Ann")
    guest.set("Bob")
    loop.call_later(0.2, ring, "Bob")
    guest.set("Cid")
    await asyncio.sleep(0.6)
    ring("nobody")


asyncio.run(main())
