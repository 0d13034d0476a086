import asyncio


async def serve(guests):
    while True:
        guest = await guests.get()
        print(guest, "is called in")
        await asyncio.sleep(0.2)
        print(guest, "has eaten")
        guests.task_done()


async def main():
    guests = asyncio.Queue()
    await guests.put("Dan")
    await guests.put("Cid")
    serving = asyncio.create_task(serve(guests))
    print("the doors are closed")
    await guests.join()
    print("the lights go out")
    await asyncio.sleep(0.4)
    serving.cancel()


asyncio.run(main())
