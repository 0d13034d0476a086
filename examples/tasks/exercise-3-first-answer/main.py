import asyncio


async def ask(server, delay):
    try:
        await asyncio.sleep(delay)
        return server
    except asyncio.CancelledError:
        print(f"{server}: never mind")
        raise


async def main():
    tasks = [
        asyncio.create_task(ask("far away", 0.6)),
        asyncio.create_task(ask("next door", 0.1)),
        asyncio.create_task(ask("overseas", 0.9)),
    ]
    done, pending = await asyncio.wait(
        tasks, return_when=asyncio.FIRST_COMPLETED
    )
    for task in tasks:
        task.cancel()
    for task in done:
        print("answer from:", task.result())
    await asyncio.sleep(0.05)
    print("main goes home")


asyncio.run(main())
