import asyncio
import time


def brew(drink, seconds):
    """Blocks its thread, as many libraries do."""
    time.sleep(seconds)
    return f"{drink} is ready"


async def clock():
    for _ in range(3):
        await asyncio.sleep(0.1)
        print("tick")


async def main():
    ticking = asyncio.create_task(clock())
    loop = asyncio.get_running_loop()
    drinks = await asyncio.gather(
        asyncio.to_thread(brew, "tea", 0.5),
        loop.run_in_executor(None, brew, "coffee", 1),
    )
    print(", ".join(drinks))
    await ticking


asyncio.run(main())
