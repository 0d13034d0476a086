import asyncio

semaphore = asyncio.Semaphore(1)


async def with_line(block):
    await semaphore.acquire()
    try:
        return await block()
    finally:
        semaphore.release()


async def fail():
    raise ValueError("the line crackles")


async def talk():
    return "a nice talk"


async def main():
    try:
        await with_line(fail)
    except ValueError as error:
        print("first:", error)
    try:
        print("second:", await asyncio.wait_for(with_line(talk), 0.3))
    except TimeoutError:
        print("second: nobody gave the line back")


asyncio.run(main())
