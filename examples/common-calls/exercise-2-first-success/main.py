import asyncio


async def ask(server, delay):
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print(f"{server} is cancelled")
        raise
    if server == "Oslo":
        raise ConnectionError(f"{server} is down")
    return f"hello from {server}"


async def first_success(coroutines):
    pending = {asyncio.create_task(each) for each in coroutines}
    while pending:
        done, pending = await asyncio.wait(
            pending, return_when=asyncio.FIRST_COMPLETED
        )
        for task in done:
            if task.exception() is None:
                for other in pending:
                    other.cancel()
                return task.result()
    raise ConnectionError("none succeeded")


async def main():
    answer = await first_success(
        [ask("Lima", 0.3), ask("Oslo", 0.1), ask("Pune", 0.8)]
    )
    print(answer)
    await asyncio.sleep(0.05)
    print("main goes home")


asyncio.run(main())
