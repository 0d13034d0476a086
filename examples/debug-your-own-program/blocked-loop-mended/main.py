import asyncio
import time


def add_up(seconds):
    """Stands for any calculation that takes long."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pass


async def report():
    await asyncio.sleep(0.2)  # the orders of a year, from the database
    await asyncio.to_thread(add_up, 0.8)
    print("200 /report")


async def health():
    await asyncio.sleep(0.4)  # the database says that it is well
    print("200 /health")


async def main():
    await asyncio.gather(
        asyncio.create_task(report(), name="/report"),
        asyncio.create_task(health(), name="/health"),
    )


asyncio.run(main())
