import asyncio


async def worker(name, queue):
    while True:
        job = await queue.get()
        await asyncio.sleep(0.2)
        print(name, "did job", job)
        queue.task_done()


async def main():
    queue = asyncio.Queue()
    workers = [
        asyncio.create_task(worker(name, queue)) for name in ("Ada", "Bob")
    ]
    for job in range(1, 6):
        queue.put_nowait(job)
    print("waiting:", queue.qsize())

    await queue.join()
    print("all jobs done")
    for each in workers:
        each.cancel()


asyncio.run(main())
