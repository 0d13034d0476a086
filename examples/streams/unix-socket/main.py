import asyncio
import os
import tempfile


async def greet(reader, writer):
    name = (await reader.readline()).decode().strip()
    writer.write(f"hello, {name}\n".encode())
    writer.close()


async def main():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "greeter.sock")
        async with await asyncio.start_unix_server(greet, path):
            for name in ("Ann", "Bob"):
                reader, writer = await asyncio.open_unix_connection(path)
                writer.write(f"{name}\n".encode())
                print((await reader.read()).decode().strip())
                writer.close()
    try:
        await asyncio.open_unix_connection(path)
    except FileNotFoundError:
        print("nobody at home")


asyncio.run(main())
