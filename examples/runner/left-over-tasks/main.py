import asyncio


async def background():
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        print("background: cancelled")
        raise
    finally:
        await asyncio.sleep(0.1)
        print("background: closed")


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(background())
    loop.call_later(30, print, "this is never printed")
    await asyncio.sleep(0.05)
    print("main returns, the task is done:", str(task.done()).lower())
    return task


task = asyncio.run(main())
print("run returns, the task is done:", str(task.done()).lower())
