import { RuntimeError } from "../../errors/errors.ts";
import { fromHostError } from "../../errors/node/host-error.ts";
import type { EventLoop } from "../../event-loop.ts";
import { guard } from "../../loop/guard.ts";
import type { StreamReader } from "../stream-reader.ts";

/** Whether a reader has it: two would take the bytes from each other. */
let isTaken = false;

/**
 * Feeds a reader with the standard input of the process, until that is at its end or the loop closes: then it keeps the
 * process alive no longer.
 *
 * @throws RuntimeError when it has a reader already.
 */
export function readStdin(loop: EventLoop, reader: StreamReader): void {
  if (isTaken) {
    throw new RuntimeError("Standard input has a reader already: read from that one");
  }
  isTaken = true;
  const { stdin } = process;
  const release = () => {
    isTaken = false;
    loop.resources.delete(resource);
    stdin.off("data", onData).off("end", onEnd).off("close", onEnd).off("error", onError).pause();
    stdin.unref?.();
  };
  const resource = { release };
  const end = (tell: () => void) => {
    release();
    guard(tell, (exception) => loop.callExceptionHandler({ message: "Standard input has ended", exception }));
  };
  const onEnd = () => end(() => reader.feedEof());
  const onError = (error: Error) => end(() => reader.setException(fromHostError(error, "standard input")));
  const onData = (data: Uint8Array | string) =>
    guard(
      () => reader.feedData(typeof data === "string" ? Buffer.from(data) : data),
      (exception) => {
        release();
        loop.callExceptionHandler({ message: "The reader of standard input takes nothing more", exception });
      },
    );
  loop.resources.add(resource);
  reader.setTransport({ pauseReading: () => stdin.pause(), resumeReading: () => stdin.resume() });
  if (!stdin.readable) {
    onEnd();
    return;
  }
  stdin.ref?.();
  stdin.on("data", onData).on("end", onEnd).on("close", onEnd).on("error", onError).resume();
}
