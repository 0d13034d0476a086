import asyncio


async def send(to):
    await asyncio.sleep(0.05)
    if to == "nobody":
        raise ValueError("nobody lives here")


def in_background(coroutine, name):
    task = asyncio.create_task(coroutine, name=name)

    def report(task):
        if task.exception() is None:
            print(f"{task.get_name()}: sent")
        else:
            print(f"{task.get_name()}: {task.exception()}")

    task.add_done_callback(report)


async def main():
    in_background(send("Ada"), "first letter")
    in_background(send("nobody"), "second letter")
    print("main does something else")
    await asyncio.sleep(0.3)


asyncio.run(main())
