import asyncio


async def save(file):
    await asyncio.sleep(0.05)
    raise OSError(f"no room for {file}")


def report(loop, context):
    print("reported:", context["message"])
    print("         ", context["exception"])


async def main():
    asyncio.get_running_loop().set_exception_handler(report)
    forgotten = asyncio.create_task(save("notes.txt"))
    looked_at = asyncio.create_task(save("todo.txt"))
    await asyncio.sleep(0.3)
    print("one exception was looked at:", looked_at.exception())
    print("main ends with the other one", "failed" if forgotten.done() else "")


asyncio.run(main())
