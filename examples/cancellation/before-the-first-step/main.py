import asyncio


async def work(name):
    print(name, "begins")
    try:
        await asyncio.sleep(60)
    finally:
        print(name, "cleans up")


async def main():
    early = asyncio.create_task(work("early"))
    early.cancel()

    late = asyncio.create_task(work("late"))
    await asyncio.sleep(0)
    late.cancel()

    await asyncio.wait([early, late])
    print("early was cancelled:", str(early.cancelled()).lower())
    print("late was cancelled:", str(late.cancelled()).lower())


asyncio.run(main())
