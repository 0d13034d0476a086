import asyncio


async def keep_on(device, cooling):
    try:
        await asyncio.sleep(60)
    finally:
        await asyncio.sleep(cooling)
        print(device, "off")


async def main():
    heater = asyncio.create_task(keep_on("heater", 0.4))
    lights = asyncio.create_task(keep_on("lights", 0.2))
    await asyncio.sleep(0.1)
    print("main has ended")


asyncio.run(main())
print("run has ended")
