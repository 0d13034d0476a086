import asyncio


def ring_later(delay, on_ring):
    asyncio.get_running_loop().call_later(delay, on_ring, "ding dong")


def bell(delay):
    future = asyncio.get_running_loop().create_future()
    ring_later(delay, future.set_result)
    return future


async def main():
    print("waiting at the door")
    print(await bell(0.2))
    print("opening")


asyncio.run(main())
