import asyncio


async def main():
    future = asyncio.get_running_loop().create_future()
    future.add_done_callback(lambda f: print("first callback:", f.result()))
    future.add_done_callback(lambda f: print("second callback:", f.result()))

    future.set_result(42)
    print("the result is set")

    future.add_done_callback(lambda f: print("added when done:", f.result()))
    print("one more is added")

    await asyncio.sleep(0)
    print("after one iteration")


asyncio.run(main())
