import { connect, Socket } from "node:net";
import { inspection } from "../../async-primitives/event-loop.ts";
import type { EventLoop } from "../../async-primitives/index.ts";
import { HostClock } from "../../async-primitives/loop/clock.ts";
import { queueMacrotask } from "../../async-primitives/loop/macrotask.ts";
import { SpeedClock } from "../../sandbox/speed-clock.ts";
import { Stepper } from "../../sandbox/stepper.ts";
import { type Beginning, LineReader, type ProgramCommand, toProgram } from "../channel.ts";
import { AwaitedThings } from "./awaited-things.ts";
import { listenToConsole } from "./console-output.ts";
import { KeepAlive } from "./keep-alive.ts";
import { LockHolders } from "./lock-holders.ts";
import { OpenLoops } from "./open-loops.ts";
import { Recording } from "./recording.ts";
import { SupervisorLine } from "./supervisor-line.ts";
import { UserFrames } from "./user-frames.ts";

// Kept before a program can replace them, as tests with timers of their own do.
const milliseconds = performance.now.bind(performance);
const { setTimeout, clearTimeout, setImmediate } = globalThis;

/** Reports what the loops of this process do, and drives them, as its supervisor wishes. */
export class ProgramReporter {
  readonly #frames: UserFrames;
  readonly #things = new AwaitedThings();
  readonly #locks = new LockHolders();
  readonly #loops = new OpenLoops();
  readonly #keepAlive = new KeepAlive();
  readonly #clock = new SpeedClock({
    now: milliseconds,
    later,
    keepAlive: () => this.#keepAlive.request(),
  });
  readonly #stepper = new Stepper(this.#clock, {
    keepAlive: () => this.#keepAlive.request(),
    onHeld: () => queueMicrotask(() => this.#recording?.flush()),
    onStepped: () => queueMicrotask(() => this.#recording?.flush()),
    onPaused: (paused) =>
      queueMicrotask(() => {
        this.#recording?.flush();
        this.#supervisor.send({ type: "paused", paused });
      }),
  });
  readonly #supervisor = new SupervisorLine();
  readonly #isDriven: boolean;
  #recording: Recording | undefined;
  #isEnding = false;

  /** @param library The folder of asyncio-ts, as an address with a slash at its end. */
  constructor({ watch, isDriven, isPaused, socket }: Beginning, library: string) {
    this.#frames = new UserFrames(process.cwd(), library);
    this.#isDriven = isDriven;
    this.#things.watch();
    this.#locks.watch();
    this.#locks.onChange = (lock) => this.#recording?.lockChanged(lock);
    if (watch !== null) {
      this.#watch(watch);
    }
    if (isPaused) {
      this.#stepper.handleCommand({ type: "pause" });
    }
    inspection.inspector = {
      clock: isDriven ? this.#clock : new HostClock(),
      gate: isDriven ? this.#stepper : { steps: false, holds: () => false, whenReleased: () => () => {} },
      onLoop: (loop) => this.#addLoop(loop),
    };
    listenToConsole(
      () => this.#recording !== undefined && this.#loops.size > 0,
      (line, text) => {
        this.#recording?.output(line, text);
        this.#stepper.noteOutput();
        if (this.#isEnding) {
          this.#recording?.flush();
        }
      },
    );
    this.#listenToSupervisor(
      socket === null ? new Socket({ fd: toProgram, readable: true, writable: false }) : connect(socket),
    );
    process.on("exit", () => {
      // Others that listen to the end may print after this.
      this.#isEnding = true;
      this.#recording?.flush();
    });
  }

  #addLoop(loop: EventLoop): void {
    this.#loops.add(loop);
    this.#observe(loop);
    this.#stepper.noteLoop();
  }

  #observe(loop: EventLoop): void {
    this.#recording?.observe(loop, (event) => {
      if (this.#isDriven) {
        this.#stepper.noteEvent(event);
      }
    });
  }

  #handle(command: ProgramCommand): void {
    if (command.type === "watch") {
      this.#unwatch();
      this.#watch(command.watch);
    } else if (command.type === "unwatch") {
      this.#unwatch();
    } else {
      this.#stepper.handleCommand(command);
    }
  }

  #watch(watch: number): void {
    let start: number | undefined;
    this.#recording = new Recording(
      {
        // Asked first when there is a loop: what Node takes to load the program is no part of the run.
        now: () => {
          start ??= this.#clock.time();
          return this.#clock.time() - start;
        },
        milliseconds,
        // After each turn of the host, so that little is lost when somebody kills the program.
        later: (callback) => void setImmediate(callback).unref(),
        send: (events) => this.#supervisor.send({ type: "trace", watch, events }),
        onFull: () => {
          this.#unwatch();
          this.#supervisor.send({ type: "full", watch });
        },
      },
      this.#frames,
      this.#things,
      this.#locks,
    );
    for (const loop of this.#loops) {
      this.#observe(loop);
    }
  }

  /** Nobody drives what nobody sees. */
  #unwatch(): void {
    this.#recording?.end();
    this.#recording = undefined;
    if (this.#isDriven) {
      this.#stepper.handleCommand({ type: "speed", speed: 1 });
      this.#stepper.handleCommand({ type: "resume" });
    }
  }

  /** The program does not wait for a supervisor that is gone. */
  #listenToSupervisor(commands: Socket): void {
    const reader = new LineReader((line) => this.#handle(JSON.parse(line) as ProgramCommand));
    commands.unref().setEncoding("utf8");
    commands.on("data", (text: string) => reader.add(text));
    commands.on("error", () => this.#unwatch());
    commands.on("end", () => this.#unwatch());
  }
}

function later(callback: () => void, delay: number): () => void {
  if (delay <= 0) {
    return queueMacrotask(callback);
  }
  const timeout = setTimeout(callback, delay);
  return () => clearTimeout(timeout);
}
