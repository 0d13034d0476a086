import asyncio
import http.client
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

SITES, PAGES, THREADS, DELAY = ("tea", "coffee"), 80, 5, 0.01


sessions = 0
all_are_here = asyncio.Event()


async def serve(reader, writer):
    """A web server on this machine that takes its time for each page."""
    global sessions
    sessions += 1
    if sessions == THREADS:
        all_are_here.set()
    await all_are_here.wait()  # or the first threads might leave the last no page
    while request := await reader.readline():
        while (await reader.readline()).strip():
            pass  # the headers
        await asyncio.sleep(DELAY)
        page = f"this is {request.split()[1].decode()}".encode()
        head = f"HTTP/1.1 200 OK\r\nContent-Length: {len(page)}\r\n\r\n"
        writer.write(head.encode() + page)
        await writer.drain()
    writer.close()


local = threading.local()


def open_session(host, port):
    local.session = http.client.HTTPConnection(host, port)
    local.name = threading.current_thread().name


def download(path):
    local.session.request("GET", path)
    page = local.session.getresponse().read().decode()
    return path, page, local.name


async def main():
    loop = asyncio.get_running_loop()
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    host, port = server.sockets[0].getsockname()
    paths = [f"/{site}/{n}" for site in SITES for n in range(PAGES)]

    start = loop.time()
    pool = ThreadPoolExecutor(
        THREADS, initializer=open_session, initargs=(host, port)
    )
    pages = await asyncio.gather(
        *[loop.run_in_executor(pool, download, path) for path in paths]
    )
    seconds = loop.time() - start

    print("pages:", len(pages))
    right = all(page == f"this is {path}" for path, page, _ in pages)
    print("each the right one:", str(right).lower())
    print("sessions:", len({name for _, _, name in pages}))
    # The time is never the same twice, and goes to the error output.
    delays = len(paths) * DELAY
    print(f"{seconds:.2f} s, for delays of {delays:.2f} s", file=sys.stderr)
    server.close()


asyncio.run(main())
