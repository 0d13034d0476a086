import asyncio


async def bake():
    print("the cake is in the oven")
    await asyncio.sleep(0.2)
    print("the cake burns")
    raise Exception("no cake")


async def main():
    baking = asyncio.create_task(bake())
    await asyncio.sleep(1)
    print("the table is laid")
    try:
        await baking
    except Exception as error:
        print("told the guests:", error)
    print("coffee is served")


asyncio.run(main())
