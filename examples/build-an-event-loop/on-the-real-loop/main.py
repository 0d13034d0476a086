import asyncio
import socket


async def talk(end):
    await asyncio.sleep(0.3)
    end.send(b"hello")
    return "sent"


async def main():
    here, there = socket.socketpair()
    loop = asyncio.get_running_loop()
    message = loop.create_future()
    loop.add_reader(here, lambda: message.set_result(here.recv(100).decode()))
    talking = asyncio.create_task(talk(there), name="talk")
    print("received:", await message)
    print("talk says:", await talking)
    loop.remove_reader(here)
    here.close(), there.close()


asyncio.run(main())
