import asyncio


async def main():
    loop = asyncio.get_running_loop()
    iteration = 0

    def count():
        """Stands first in the ready queue of every iteration."""
        nonlocal iteration
        iteration += 1
        if iteration < 3:
            loop.call_soon(count)

    def say(name, *followers):
        print(f"iteration {iteration}: {name}")
        for follower in followers:
            loop.call_soon(say, follower)

    loop.call_soon(count)
    loop.call_later(0, say, "a timer of 0 s")
    loop.call_soon(say, "A", "A's first", "A's second")
    loop.call_soon(say, "B", "B's first")
    await asyncio.sleep(0.1)


asyncio.run(main())
