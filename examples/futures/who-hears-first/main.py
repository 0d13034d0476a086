import asyncio


async def listen(name, future):
    print(name, "asks")
    answer = await future
    print(name, "hears:", answer)


async def main():
    future = asyncio.get_running_loop().create_future()
    ann = asyncio.create_task(listen("Ann", future))
    await asyncio.sleep(0)
    future.set_result("tea is ready")
    print("the result is set")
    await listen("Bob", future)
    await ann
    print("both know")


asyncio.run(main())
