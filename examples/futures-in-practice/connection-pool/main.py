import asyncio
from contextlib import asynccontextmanager


class ConnectionPool:
    """Lends connections: at most `limit` at a time, `limit_per_host` to one host."""

    def __init__(self, open_connection, limit, limit_per_host=None):
        self._open = open_connection
        self._limit = limit
        self._limit_per_host = limit_per_host or limit
        self._lent = {}  # how many are lent, or being opened, by host
        self._idle = {}
        self._waiters = {}  # an ordered set: one who gives up leaves from the middle

    @property
    def lent(self):
        return sum(self._lent.values())

    @property
    def waiting(self):
        return len(self._waiters)

    @asynccontextmanager
    async def use(self, host):
        connection = await self.acquire(host)
        try:
            yield connection
        finally:
            self.release(host, connection)

    async def acquire(self, host):
        await self._take_place(host)
        try:
            idle = self._idle.get(host)
            return idle.pop() if idle else await self._open(host)
        except BaseException:
            self._free_place(host)
            raise

    def release(self, host, connection):
        self._idle.setdefault(host, []).append(connection)
        self._free_place(host)

    async def _take_place(self, host):
        if self._has_room(host):
            self._count(host, 1)
            return
        turn = asyncio.get_running_loop().create_future()
        self._waiters[turn] = host
        try:
            await turn
        except BaseException:
            self._waiters.pop(turn, None)
            # Woken and then cancelled: the place was ours already, so pass it on.
            if not turn.cancelled():
                self._free_place(host)
            raise

    def _free_place(self, host):
        """Hands the place to the first in line whose host has room. It stays counted."""
        self._count(host, -1)
        for turn, waiting_for in self._waiters.items():
            if turn.done() or not self._has_room(waiting_for):
                continue
            del self._waiters[turn]
            self._count(waiting_for, 1)
            turn.set_result(None)
            return

    def _has_room(self, host):
        return self.lent < self._limit and self._lent.get(host, 0) < self._limit_per_host

    def _count(self, host, change):
        self._lent[host] = self._lent.get(host, 0) + change


HOST = "example.org"
opened = 0


async def open_connection(host):
    global opened
    await asyncio.sleep(0.01)
    opened += 1
    return f"line {opened} to {host}"


async def visit(name, pool):
    try:
        async with pool.use(HOST) as line:
            print(f"{name} has {line}")
            await asyncio.sleep(0.3)
            print(f"{name} is finished")
    except asyncio.CancelledError:
        print(f"{name} gives up")
        raise


async def main():
    pool = ConnectionPool(open_connection, 2)
    line = await pool.acquire(HOST)
    names = ["Bob", "Cid", "Dan", "Eve"]
    tasks = [asyncio.create_task(visit(name, pool), name=name) for name in names]
    _, cid, dan, _ = tasks
    await asyncio.sleep(0.1)
    print("lent:", pool.lent, "waiting:", pool.waiting)

    cid.cancel()  # while it waits
    await asyncio.sleep(0)

    pool.release(HOST, line)
    print("main gives its line back; next is Dan")
    dan.cancel()  # woken, and has not run yet

    await asyncio.gather(*tasks, return_exceptions=True)
    print("lent:", pool.lent, "waiting:", pool.waiting)
    print("lines opened in all:", opened)


asyncio.run(main())
