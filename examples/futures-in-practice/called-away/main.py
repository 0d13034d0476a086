import asyncio

line = asyncio.Lock()


async def call(name):
    try:
        async with line:
            print(name, "has the line")
            await asyncio.sleep(1)
    finally:
        print(name, "leaves")


async def main():
    ann = asyncio.create_task(call("Ann"))
    bob = asyncio.create_task(call("Bob"))
    cid = asyncio.create_task(call("Cid"))
    await asyncio.sleep(0.2)
    bob.cancel()
    print("Bob is called away")
    await asyncio.wait([ann, bob, cid])


asyncio.run(main())
