import asyncio


async def main():
    tasks = [
        asyncio.create_task(asyncio.sleep(0.1, "quick")),
        asyncio.create_task(asyncio.sleep(0.6, "slow")),
    ]
    done, pending = await asyncio.wait(tasks, timeout=0.3)
    print(len(done), "done,", len(pending), "pending, nothing raised")

    for task in pending:
        print("it goes on, and gives:", await task)


asyncio.run(main())
