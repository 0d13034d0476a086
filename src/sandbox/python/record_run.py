"""Records a run while it goes on, with `asyncio_trace.py`, and sends what it records to the page in batches."""

import asyncio
import asyncio_trace
import io
import json
import sys
import time
from asyncio import events

from gate import Gate, keep_from_program
from hidden_frames import hide

# As `traceLimits` in trace.ts and trace-outbox.ts have them.
MOST_EVENTS = 200_000
BATCH = 1_000
INTERVAL = 0.05
CALM_BATCHES = 10

# Kept before the program can replace them.
encode = json.JSONEncoder(separators=(",", ":")).encode
decode = json.JSONDecoder().decode
now = time.monotonic


class Recorder(asyncio_trace.Recorder):
    """Keeps what has not been sent yet."""

    def __init__(self, host):
        super().__init__(".", MOST_EVENTS, asyncio_trace.HostClock())
        self._host = host
        self._sent_at = 0.0
        self._dropped_told = 0
        self._window = 0.0
        self._recent = 0
        # Of a program that the reader may pause.
        self.gate = None

    def began(self, runnable):
        if self._is_gated(runnable):
            self.gate.enter()
        super().began(runnable)

    def ended(self, runnable):
        super().ended(runnable)
        if self._is_gated(runnable):
            self.gate.leave()

    def _is_gated(self, runnable):
        """What is not shown is no step."""
        return self.gate is not None and self.number(runnable) != asyncio_trace.IGNORED

    def begin_loop(self):
        super().begin_loop()
        if self.gate is not None:
            self.gate.note_loop()

    def tell(self, kind, subject=None, number=0, /, **more):
        event = super().tell(kind, subject, number, **more)
        # A step that never ends is seen as well, and of a task that starts eagerly the name is not known yet.
        is_step = kind == "began" and len(self._running.stack) == 1
        if len(self.events) >= BATCH or (is_step and self._is_calm()):
            self.send()
        return event

    def _is_calm(self):
        time = now()
        if time - self._window > INTERVAL:
            self._window, self._recent = time, 0
        self._recent += 1
        return self._recent <= CALM_BATCHES

    def tell_printed(self):
        """What the log shows as a line is one output."""
        for line in decode(self._host.takePrinted()):
            self.printed(line)

    def send_if_due(self):
        if now() - self._sent_at >= INTERVAL:
            self.send()

    def send(self):
        self._sent_at = now()
        if self.events or self.dropped > self._dropped_told:
            self._dropped_told = self.dropped
            events, self.events = self.events, []
            self._host.sendTrace(encode(events), len(events), self.dropped)


class RecordedHost:
    """The host of a program that is recorded: before the program waits, the page learns what it has done."""

    def __init__(self, host, recorder):
        self._host = host
        self._recorder = recorder

    def answer(self):
        self._recorder.send_if_due()
        self._host.answer()

    def flush(self):
        self._recorder.send()
        self._host.flush()

    def wait(self, seconds):
        gate = self._recorder.gate
        if gate is not None and gate.sleep(seconds):
            return
        if seconds >= INTERVAL:
            self._recorder.send()
        self._host.wait(seconds)

    def neverEnds(self):
        self.end()
        self._host.neverEnds()

    def end(self):
        self._host.endOutput()
        self._recorder.tell_printed()
        self._recorder.send()


class Patches(asyncio_trace.Patches):
    """What the program calls in the place of something else, it does not see."""

    def wrap(self, owner, name, make):
        super().wrap(owner, name, lambda original: hide(make(original)))


class Printed(io.TextIOWrapper):
    """An output of the program, of which the recorder hears. In all else it is the one that it takes the place of."""

    def __init__(self, stream, recorder):
        super().__init__(stream.buffer, stream.encoding, stream.errors, line_buffering=True)
        self.mode = stream.mode
        # It would close the buffer of both when it is gone.
        self._replaced = stream
        self._recorder = recorder

    def __repr__(self):
        return repr(self._replaced)

    @hide
    def write(self, text, /):
        count = io.TextIOWrapper.write(self, text)
        if "\n" in text:
            self._recorder.tell_printed()
        return count


Printed.__module__, Printed.__name__, Printed.__qualname__ = "_io", "TextIOWrapper", "TextIOWrapper"


def let_pause(recorder, host, patches):
    """Also when no more of the program is kept, and it runs as if nobody recorded it."""
    gate = recorder.gate = Gate(host, recorder.send)
    keep_from_program(patches)
    stop_telling = recorder.when_full

    def make_run(original):
        def run(handle):
            gate.enter()
            try:
                return original(handle)
            finally:
                gate.leave()

        return run

    def leave():
        stop_telling()
        patches.wrap(events.Handle, "_run", make_run)

    recorder.when_full = leave


def begin(host, is_driven):
    """Records from now on until the worker ends. Answers the host that the program is to have."""
    recorder = Recorder(host)
    patches = Patches()
    asyncio_trace.record_into(recorder, patches)
    # A task that starts eagerly runs the program inside of this.
    hide(asyncio.Task.__init__)
    if is_driven:
        let_pause(recorder, host, patches)
    for name in ("stdout", "stderr"):
        stream = Printed(getattr(sys, name), recorder)
        setattr(sys, name, stream)
        setattr(sys, f"__{name}__", stream)
    return RecordedHost(host, recorder)
