import asyncio


async def close_connection():
    print("saying goodbye to the server")
    await asyncio.sleep(0.2)
    print("connection closed")


async def talk_to_server():
    print("connection open")
    try:
        await asyncio.sleep(60)
    finally:
        await close_connection()


async def main():
    task = asyncio.create_task(talk_to_server())
    await asyncio.sleep(0.2)

    task.cancel()
    print("cancel() has returned")
    await asyncio.wait([task])
    print("the task has ended")


asyncio.run(main())
