import asyncio


async def download():
    try:
        await asyncio.sleep(60)
    finally:
        print("the download stops")
        await asyncio.sleep(0.2)
        print("the file is removed")


async def show(downloading):
    try:
        await downloading
    finally:
        print("the window is closed")


async def main():
    downloading = asyncio.create_task(download())
    showing = asyncio.create_task(show(downloading))
    await asyncio.sleep(0.2)

    showing.cancel()
    print("the reader has left")
    await asyncio.wait([downloading, showing])
    print("both tasks have ended")


asyncio.run(main())
