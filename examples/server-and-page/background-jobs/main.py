import asyncio

jobs = set()


def begin(job):
    """Begins a job that no request waits for, and keeps it."""
    task = asyncio.create_task(job)
    jobs.add(task)
    task.add_done_callback(ended)


def ended(task):
    jobs.discard(task)
    if not task.cancelled() and task.exception() is not None:
        print("a job has failed:", task.exception())


seconds = {"Ann": 0.6, "Bob": 0.2, "Dan": 5}


async def send_letter(name):
    try:
        await asyncio.sleep(seconds[name])
        if name == "Bob":
            raise RuntimeError("Bob has moved")
        print("sent to", name)
    except asyncio.CancelledError:
        print("not sent to", name)
        raise


async def answer(name):
    begin(send_letter(name))
    return f"202 a letter will go to {name}"


async def wait_for_jobs(limit):
    if jobs:
        await asyncio.wait(jobs, timeout=limit)


async def end_jobs(limit):
    print(len(jobs), "jobs under way")
    await wait_for_jobs(limit)
    for job in jobs:
        job.cancel()
    await wait_for_jobs(limit)


async def main():
    for name in seconds:
        print(await answer(name))
    await asyncio.sleep(0.4)
    await end_jobs(0.6)


asyncio.run(main())
