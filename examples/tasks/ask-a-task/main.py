import asyncio


async def divide(a, b):
    await asyncio.sleep(0.05)
    if b == 0:
        raise ValueError("cannot divide by zero")
    return a / b


def report(task):
    if task.exception() is None:
        print(f"{task.get_name()}: result {task.result():g}")
    else:
        print(f"{task.get_name()}: exception, {task.exception()}")


async def main():
    good = asyncio.create_task(divide(7, 2), name="good")
    bad = asyncio.create_task(divide(7, 0), name="bad")
    good.add_done_callback(report)
    bad.add_done_callback(report)

    print("good is done:", str(good.done()).lower())
    try:
        good.result()
    except asyncio.InvalidStateError:
        print("good has no result yet")

    await asyncio.wait([good, bad])
    print("good is done:", str(good.done()).lower())


asyncio.run(main())
