import asyncio


async def cook(dish):
    name = asyncio.current_task().get_name()
    print(f"{name}: begins with {dish}")
    await asyncio.sleep(0.05)
    print(f"{name}: {dish} is ready")


async def main():
    soup = asyncio.create_task(cook("soup"), name="left ring")
    cake = asyncio.create_task(cook("cake"), name="oven")
    print("main: both are scheduled")
    await asyncio.sleep(0)
    print("main: has given way once")
    await soup
    await cake
    print("main: both are done")


asyncio.run(main())
