import asyncio


async def receive(parts, scope):
    loop = asyncio.get_running_loop()
    for delay in parts:
        await asyncio.sleep(delay)
        print("part received, deadline moved")
        scope.reschedule(loop.time() + 0.5)
    print("complete")


async def main():
    loop = asyncio.get_running_loop()
    for parts in ([0.2, 0.2, 0.2], [0.2, 1.5]):
        try:
            async with asyncio.timeout_at(loop.time() + 0.5) as scope:
                await receive(parts, scope)
        except TimeoutError:
            print("silent for too long")


asyncio.run(main())
