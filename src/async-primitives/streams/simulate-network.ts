import { checkOptions } from "../errors/check-options.ts";
import { replaceNetwork } from "./current-network.ts";
import type { LinkOptions } from "./memory/channel.ts";
import { MemoryNetwork } from "./memory/memory-network.ts";

/**
 * Makes connections from now on over a network in memory, with a latency and a bandwidth of your choice. Its time
 * is the loop's: with a `VirtualClock` a slow network costs no time. Connections that exist stay as they are.
 *
 * In a browser, where there are no sockets, streams always run over such a network: at first with no latency and
 * no limit of bandwidth.
 *
 * @returns A function that brings the host's own network back.
 * @throws RangeError when a number is negative, or the bandwidth is 0.
 * @group Streams
 * @see Python's `loop.create_connection()`, which tests of asyncio replace for this
 * @example
 * function* serve(_reader: StreamReader, writer: StreamWriter): Coroutine<void> {
 *   writer.write(new Uint8Array(500_000));
 *   writer.close();
 * }
 *
 * function* main(): Coroutine<void> {
 *   const server = yield* startServer(serve, "127.0.0.1", 8080);
 *   const [reader, writer] = yield* openConnection("127.0.0.1", 8080);
 *   yield* reader.read();
 *   console.log(getRunningLoop().time().toFixed(1)); // 5.2
 *   writer.close();
 *   server.close();
 * }
 *
 * const restore = simulateNetwork({ latency: 0.1, bandwidth: 100_000 });
 * await run(main(), { loopFactory: () => new EventLoop({ clock: new VirtualClock() }) });
 * restore();
 */
export function simulateNetwork(options: LinkOptions = {}): () => void {
  checkOptions(options, "simulateNetwork()");
  return replaceNetwork(new MemoryNetwork(options));
}
