import asyncio


async def beat(heard):
    for number in range(1, 100):
        await asyncio.sleep(0.2)
        print("still here", number)
        if number == 3:
            heard.set()


async def with_heartbeat(job, heard):
    heart = asyncio.create_task(beat(heard))
    try:
        return await job
    finally:
        heart.cancel()


async def long_job(heard):
    await heard.wait()
    return "the long job is done"


async def main():
    heard = asyncio.Event()
    print(await with_heartbeat(long_job(heard), heard))
    await asyncio.sleep(0.6)


asyncio.run(main())
