import asyncio

connections = asyncio.Semaphore(2)


async def upload(file, seconds):
    async with connections:
        await asyncio.sleep(seconds)  # the network
        if file.endswith(".tmp"):
            print("refused", file)
            return
        print("uploaded", file)


async def main():
    files = {"a.png": 0.2, "b.tmp": 0.4, "c.tmp": 0.4, "d.png": 0.4}
    try:
        async with asyncio.timeout(5):
            tasks = [asyncio.create_task(upload(*file), name=file[0]) for file in files.items()]
            await asyncio.gather(*tasks)
    except TimeoutError:
        print("gave up")


asyncio.run(main())
