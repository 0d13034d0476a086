import asyncio

jobs = set()


async def send_letter(name):
    await asyncio.sleep(5 if name == "Dan" else 0.4)
    print("sent to", name)


async def answer(name):
    job = asyncio.create_task(send_letter(name))
    jobs.add(job)
    job.add_done_callback(jobs.discard)
    return f"202 a letter will go to {name}"


async def main():
    for name in ("Ann", "Bob", "Dan"):
        print(await answer(name))
    _, late = await asyncio.wait(jobs, timeout=1)
    print("closed, not sent:", len(late))


asyncio.run(main())
