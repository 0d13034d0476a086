import asyncio

jobs = set()


async def send_letter(name):
    try:
        await asyncio.sleep(5 if name == "Dan" else 0.4)
        print("sent to", name)
    except asyncio.CancelledError:
        print("not sent to", name)
        raise


async def answer(name):
    job = asyncio.create_task(send_letter(name))
    jobs.add(job)
    job.add_done_callback(jobs.discard)
    return f"202 a letter will go to {name}"


async def wait_for_jobs(limit):
    if jobs:
        await asyncio.wait(jobs, timeout=limit)


async def close():
    await wait_for_jobs(1)
    for job in jobs:
        job.cancel()
    await wait_for_jobs(1)
    print("closed")


async def day(names):
    for name in names:
        print(await answer(name))
    await close()


async def strike(seconds):
    await asyncio.sleep(seconds)
    print("the clock strikes")


async def main():
    await asyncio.gather(day(["Ann", "Bob", "Dan"]), strike(2))
    await asyncio.gather(day(["Eve"]), strike(0.7))
    await day([])


asyncio.run(main())
