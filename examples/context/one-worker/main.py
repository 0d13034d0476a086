import asyncio
from contextvars import ContextVar, copy_context

request_id = ContextVar("request id", default="none")


def log(text):
    print(f"[{request_id.get()}] {text}")


async def work(jobs):
    while True:
        job = await jobs.get()
        job()
        jobs.task_done()


async def handle(id, jobs):
    request_id.set(id)
    context = copy_context()
    await jobs.put(lambda: log("carelessly"))
    await jobs.put(lambda: context.run(log, "with its context"))


async def main():
    jobs = asyncio.Queue()
    worker = asyncio.create_task(work(jobs))
    await asyncio.gather(handle("A", jobs), handle("B", jobs))
    await jobs.join()
    worker.cancel()


asyncio.run(main())
