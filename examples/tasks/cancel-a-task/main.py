import asyncio


async def download(name):
    try:
        print(f"{name}: begins")
        await asyncio.sleep(10)
        print(f"{name}: complete")
    finally:
        print(f"{name}: removes what it has so far")


async def main():
    task = asyncio.create_task(download("film"))
    await asyncio.sleep(0.05)
    task.cancel()
    print("asked to end; done:", str(task.done()).lower())
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled:", str(task.cancelled()).lower())


asyncio.run(main())
