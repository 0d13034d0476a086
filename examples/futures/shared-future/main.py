import asyncio


async def wait_for_answer(name, answer):
    try:
        print(f"{name} got {await answer}")
    except asyncio.CancelledError:
        print(f"{name} was cancelled")
        raise


async def ask(wrap):
    future = asyncio.get_running_loop().create_future()
    ann = asyncio.create_task(wait_for_answer("Ann", wrap(future)))
    bob = asyncio.create_task(wait_for_answer("Bob", wrap(future)))
    await asyncio.sleep(0)
    ann.cancel()
    await asyncio.sleep(0)
    if future.cancelled():
        print("nobody can answer any more")
    else:
        future.set_result("the answer")
    await asyncio.wait([ann, bob])


async def main():
    print("both wait for the future itself:")
    await ask(lambda future: future)
    print("each waits behind a shield:")
    await ask(asyncio.shield)


asyncio.run(main())
