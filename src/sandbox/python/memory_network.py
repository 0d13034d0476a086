"""Sockets in memory. A page has no network: here a program reaches what it serves by itself, as on `localhost`.

CPython's own event loop, transports and streams run on these as they do on those of a system.
"""

import asyncio
import errno
import importlib
import itertools
import os
import select as select_module
import selectors
import socket as socket_module
import sys
import weakref
from collections import deque

# How many bytes wait for a reader before a sender has to wait as well.
CAPACITY = 2**18

host = None
numbers = itertools.count(1_000)
ports = itertools.count(49_152)
moments = itertools.count()
by_number = weakref.WeakValueDictionary()
bound = {}


def fail(number, kind=OSError):
    raise kind(number, os.strerror(number))


class socket:
    """What a `socket.socket` is, but for its file."""

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        if fileno is not None:
            fail(errno.EBADF)
        self.family = socket_module.AF_INET if family == -1 else family
        self.type = socket_module.SOCK_STREAM if type == -1 else type
        self.proto = 0 if proto == -1 else proto
        self._number = next(numbers)
        self._timeout = None
        self._options = {}
        self._name = self._peer_name = None
        self._peer = None
        self._incoming = bytearray()
        self._datagrams = deque()
        # The connections that nobody has accepted yet, of a socket that listens.
        self._waiting = None
        self._error = 0
        self._has_ended = self._is_shut = self._is_reset = self._is_closed = False
        # When it has become ready the last time: who is ready first is served first.
        self.since = next(moments)
        by_number[self._number] = self

    # What selectors ask.

    @property
    def is_readable(self):
        return bool(
            self._incoming or self._datagrams or self._waiting or self._has_ended or self._is_reset
        )

    @property
    def is_writable(self):
        if self._is_datagram or self._error or self._is_shut or self._is_reset:
            return True
        return self._peer is not None and (self._peer._is_closed or self._peer._room > 0)

    @property
    def _is_datagram(self):
        return self.type == socket_module.SOCK_DGRAM

    @property
    def _room(self):
        return CAPACITY - len(self._incoming)

    def _note(self):
        if not self.is_readable:
            self.since = next(moments)

    def _wait(self, is_ready):
        """Nobody else runs while a program waits here: what is not so by now will never be."""
        if is_ready():
            return
        if self._timeout == 0:
            fail(errno.EAGAIN, BlockingIOError)
        wait(self._timeout)
        raise TimeoutError("timed out")

    # Addresses.

    def bind(self, address):
        key, self._name = self._claim(address)
        bound[key] = self

    def _claim(self, address):
        if self.family == socket_module.AF_UNIX:
            path = os.fspath(address)
            if os.path.exists(path):
                fail(errno.EADDRINUSE)
            with open(path, "w"):
                pass
            return (self.family, self.type, os.path.realpath(path)), path
        name, port, *more = address
        if not is_local(name):
            fail(errno.EADDRNOTAVAIL)
        while port == 0:
            free = next(ports)
            port = 0 if (self.family, self.type, free) in bound else free
        key = (self.family, self.type, port)
        if key in bound:
            fail(errno.EADDRINUSE)
        return key, (name or "0.0.0.0", port, *more)

    def _named(self):
        """A socket that was never bound has a name once it has sent something."""
        if self._name is None:
            if self.family == socket_module.AF_UNIX:
                self._name = ""
            else:
                self.bind((loopback(self.family), 0, *(0, 0)[: 2 * (self.family == socket_module.AF_INET6)]))
        return self._name

    def _find(self, address):
        """The socket at an address; None where there is none."""
        if self.family == socket_module.AF_UNIX:
            path = os.fspath(address)
            if not os.path.exists(path):
                fail(errno.ENOENT, FileNotFoundError)
            return bound.get((self.family, self.type, os.path.realpath(path)))
        name, port, *_ = address
        if not is_local(name):
            fail(errno.ENETUNREACH)
        return bound.get((self.family, self.type, port))

    def getsockname(self):
        if self._name is not None:
            return self._name
        return "" if self.family == socket_module.AF_UNIX else ("0.0.0.0", 0)

    def getpeername(self):
        if self._peer_name is None:
            fail(errno.ENOTCONN)
        return self._peer_name

    # Connections.

    def listen(self, backlog=128):
        self._named()
        self._waiting = deque()

    def accept(self):
        if self._waiting is None:
            fail(errno.EINVAL)
        self._wait(lambda: self._waiting)
        connection = self._waiting.popleft()
        return connection, connection._peer_name

    def connect(self, address):
        if self._peer is not None:
            fail(errno.EISCONN)
        other = self._find(address)
        self._peer_name = address
        if self._is_datagram:
            self._named()
            return
        if other is None or other._waiting is None:
            self._peer_name = None
            self._error = errno.ECONNREFUSED
        else:
            self._named()
            connection = socket(self.family, self.type, self.proto)
            connection._name = other._name if self.family == socket_module.AF_UNIX else address
            connection._peer_name = self._name
            join(self, connection)
            other._note()
            other._waiting.append(connection)
        if self._timeout == 0 and self.family != socket_module.AF_UNIX:
            fail(errno.EINPROGRESS, BlockingIOError)
        if error := self._take_error():
            fail(error, ConnectionRefusedError)

    def connect_ex(self, address):
        try:
            self.connect(address)
        except OSError as error:
            return error.errno
        return 0

    def _take_error(self):
        error, self._error = self._error, 0
        return error

    def shutdown(self, how):
        if self._peer is None:
            fail(errno.ENOTCONN)
        if how != socket_module.SHUT_RD:
            self._is_shut = True
            self._peer._end()
        if how != socket_module.SHUT_WR:
            self._end()

    def _end(self):
        self._note()
        self._has_ended = True

    def _break(self):
        self._note()
        self._is_reset = True

    def close(self):
        if self._is_closed:
            return
        self._is_closed = True
        for key in [key for key, other in bound.items() if other is self]:
            del bound[key]
        for connection in self._waiting or ():
            connection.close()
            connection._peer._break()
        if self._peer is not None and not self._peer._is_closed:
            # Who has not read all says so, and the other side learns that it was not heard.
            if self._incoming:
                self._peer._break()
            self._peer._end()

    def detach(self):
        return self._number

    # Data.

    def recv(self, size, flags=0):
        if self._is_datagram:
            return self.recvfrom(size)[0][:size]
        if self._peer is None:
            fail(errno.ENOTCONN)
        self._wait(lambda: self.is_readable)
        if self._is_reset:
            self._is_reset = False
            self._has_ended = self._is_shut = True
            self._incoming.clear()
            fail(errno.ECONNRESET, ConnectionResetError)
        data = bytes(self._incoming[:size])
        if not flags & socket_module.MSG_PEEK:
            was_writable = self._peer.is_writable
            del self._incoming[: len(data)]
            if not was_writable:
                self._peer.since = next(moments)
        return data

    def recv_into(self, buffer, size=0, flags=0):
        data = self.recv(size or len(memoryview(buffer).cast("B")), flags)
        memoryview(buffer).cast("B")[: len(data)] = data
        return len(data)

    def recvfrom(self, size, flags=0):
        if not self._is_datagram:
            return self.recv(size, flags), None
        self._wait(lambda: self._datagrams)
        data, sender = self._datagrams.popleft()
        return data[:size], sender

    def recvfrom_into(self, buffer, size=0, flags=0):
        data, sender = self.recvfrom(size or len(memoryview(buffer).cast("B")), flags)
        memoryview(buffer).cast("B")[: len(data)] = data
        return len(data), sender

    def send(self, data, flags=0):
        if self._is_datagram:
            return self.sendto(data, self.getpeername())
        peer = self._peer
        if peer is None:
            fail(errno.ENOTCONN)
        if self._is_shut:
            fail(errno.EPIPE, BrokenPipeError)
        view = memoryview(data).cast("B")
        if peer._is_closed:
            # The sender hears of it by the next call, as from a system.
            self._is_shut = True
            self._break()
            return len(view)
        self._wait(lambda: self.is_writable)
        sent = view[: peer._room]
        if sent:
            peer._note()
            peer._incoming += sent
        return len(sent)

    def sendall(self, data, flags=0):
        view = memoryview(data).cast("B")
        while view:
            view = view[self.send(view) :]

    def sendmsg(self, buffers, *_):
        return self.send(b"".join(buffers))

    def sendto(self, data, *more):
        data = bytes(data)
        other = self._find(more[-1])
        if other is not None and len(other._datagrams) < 1_000:
            other._note()
            other._datagrams.append((data, self._named()))
        return len(data)

    # What programs set and ask.

    def fileno(self):
        return -1 if self._is_closed else self._number

    def settimeout(self, seconds):
        self._timeout = seconds

    def gettimeout(self):
        return self._timeout

    def setblocking(self, is_blocking):
        self._timeout = None if is_blocking else 0.0

    def getblocking(self):
        return self._timeout != 0

    @property
    def timeout(self):
        return self._timeout

    def setsockopt(self, level, option, value, *_):
        self._options[level, option] = value

    def getsockopt(self, level, option, *_):
        if (level, option) == (socket_module.SOL_SOCKET, socket_module.SO_ERROR):
            return self._take_error()
        return int(self._options.get((level, option), 0))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def __repr__(self):
        state = " [closed]" if self._is_closed else ""
        return f"<socket.socket{state} fd={self.fileno()}, family={int(self.family)}, type={int(self.type)}, laddr={self.getsockname()}>"


socket.__module__ = "socket"


def join(one, other):
    one._peer, other._peer = other, one


def loopback(family):
    return "::1" if family == socket_module.AF_INET6 else "127.0.0.1"


def is_local(name):
    return name in ("", "0.0.0.0", "localhost", "::", "::1") or name.startswith("127.")


def socketpair(family=None, type=socket_module.SOCK_STREAM, proto=0):
    ends = [socket(socket_module.AF_UNIX, type, proto) for _ in range(2)]
    for end in ends:
        end._name = end._peer_name = ""
    join(*ends)
    return tuple(ends)


def is_numeric(name):
    for family in (socket_module.AF_INET, socket_module.AF_INET6):
        try:
            socket_module.inet_pton(family, name)
            return True
        except OSError:
            pass
    return False


def getaddrinfo(name, port, family=0, type=0, proto=0, flags=0):
    """Knows this machine by its names, and what is an address already."""
    name = name.decode() if isinstance(name, bytes) else name
    if not name:
        name = "0.0.0.0" if flags & socket_module.AI_PASSIVE else "127.0.0.1"
    if name == "localhost":
        name = loopback(family)
    if not is_numeric(name) or not str(port or 0).isdigit():
        raise socket_module.gaierror(socket_module.EAI_NONAME, "Name or service not known")
    is_new = ":" in name
    kind = socket_module.AF_INET6 if is_new else socket_module.AF_INET
    if family not in (0, kind):
        raise socket_module.gaierror(socket_module.EAI_NONAME, "Name or service not known")
    address = (name, int(port or 0), 0, 0) if is_new else (name, int(port or 0))
    protocols = {
        socket_module.SOCK_STREAM: socket_module.IPPROTO_TCP,
        socket_module.SOCK_DGRAM: socket_module.IPPROTO_UDP,
    }
    return [(kind, each, number, "", address) for each, number in protocols.items() if type in (0, each)]


class Selector(selectors._BaseSelectorImpl):
    """Between two callbacks a loop asks which sockets are ready. Where none is there is only time to wait for."""

    def select(self, timeout=None):
        host.answer()
        ready = self._ready()
        if not ready:
            wait(timeout)
        return ready

    def _ready(self):
        found = []
        for number, key in self.get_map().items():
            known = by_number.get(number)
            if known is not None and (events := events_of(known) & key.events):
                found.append((known.since, key, events))
        return [(key, events) for _, key, events in sorted(found, key=lambda each: each[0])]


def events_of(known):
    return known.is_readable * selectors.EVENT_READ | known.is_writable * selectors.EVENT_WRITE


def wait(timeout):
    """Nothing is ready, and nothing but time can change that."""
    if timeout is None:
        sys.stdout.flush()
        sys.stderr.flush()
        host.neverEnds()
    elif timeout > 0:
        sys.stdout.flush()
        host.wait(timeout)


def select(readers, writers, others, timeout=None):
    def those(asked, event):
        known = [(each, by_number.get(each if isinstance(each, int) else each.fileno())) for each in asked]
        return [each for each, found in known if found is not None and events_of(found) & event]

    host.answer()
    ready = (those(readers, selectors.EVENT_READ), those(writers, selectors.EVENT_WRITE), [])
    if not any(ready):
        wait(timeout)
    return ready


def install():
    """Puts these in the place of a system's, before a program imports them."""
    if not hasattr(socket_module, "AF_UNIX"):
        # CPython for a page has not got these, and leaves out what needs them.
        socket_module.AF_UNIX, socket_module.SO_REUSEADDR, socket_module.SO_REUSEPORT = 1, 2, 15
        importlib.reload(asyncio.streams)
        for name in asyncio.streams.__all__:
            setattr(asyncio, name, getattr(asyncio.streams, name))
    socket_module.socket = socket_module.SocketType = socket
    socket_module.socketpair = socketpair
    socket_module.getaddrinfo = getaddrinfo
    select_module.select = select
    selectors.DefaultSelector = selectors.SelectSelector = Selector
