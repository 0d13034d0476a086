import { describe, expect, onTestFinished, test } from "vitest";
import {
  ConnectionRefusedError,
  type Coroutine,
  GaiError,
  gather,
  getRunningLoop,
  openConnection,
  RuntimeError,
  simulateNetwork,
  startServer,
} from "../../index.ts";
import { runVirtual } from "../virtual-time.ts";
import { decode, echo, encode, withServer } from "./networks.ts";

function simulate(options: Parameters<typeof simulateNetwork>[0]): void {
  onTestFinished(simulateNetwork(options));
}

const now = () => getRunningLoop().time();

describe("a network in memory", () => {
  test("takes two latencies to connect, and two to be answered", async () => {
    simulate({ latency: 10 });
    const times = await runVirtual(
      withServer(echo, function* ([host, port]) {
        const [reader, writer] = yield* openConnection(host, port);
        const connected = now();
        writer.write(encode("ping\n"));
        yield* reader.readline();
        writer.close();
        return [connected, now()];
      }),
    );
    expect(times).toEqual([20, 40]);
  });

  test("takes two latencies to refuse", async () => {
    simulate({ latency: 10 });
    function* main(): Coroutine<number> {
      try {
        yield* openConnection("127.0.0.1", 80);
      } catch (error) {
        expect(error).toBeInstanceOf(ConnectionRefusedError);
      }
      return now();
    }
    expect(await runVirtual(main())).toBe(20);
  });

  test("sends no faster than its bandwidth, and shares it with no other connection", async () => {
    simulate({ bandwidth: 1000 });
    function* send(_: unknown, writer: Parameters<typeof echo>[1]): Coroutine<void> {
      writer.write(new Uint8Array(100_000));
      writer.close();
      yield* writer.waitClosed();
    }
    const times = await runVirtual(
      withServer(send, function* ([host, port]) {
        function* receive(): Coroutine<number> {
          const [reader, writer] = yield* openConnection(host, port);
          expect((yield* reader.read()).length).toBe(100_000);
          writer.close();
          return now();
        }
        return yield* gather(receive(), receive());
      }),
    );
    expect(times[0]).toBeCloseTo(100, 6);
    expect(times[1]).toBeCloseTo(100, 6);
  });

  test("delivers in order, whatever the pieces are", async () => {
    simulate({ latency: 0.5, bandwidth: 12_345 });
    const text = Array.from({ length: 500 }, (_, n) => `${n}:${"x".repeat(n)}\n`);
    const received = await runVirtual(
      withServer(echo, function* ([host, port]) {
        const [reader, writer] = yield* openConnection(host, port);
        for (const piece of text) {
          writer.write(encode(piece));
        }
        writer.writeEof();
        const all = decode(yield* reader.read());
        writer.close();
        return all;
      }),
    );
    expect(received).toBe(text.join(""));
  });

  test("does not see what happens to an array after it was written", async () => {
    simulate({ latency: 1 });
    const line = await runVirtual(
      withServer(echo, function* ([host, port]) {
        const [reader, writer] = yield* openConnection(host, port);
        const data = encode("as written\n");
        writer.write(data);
        data.fill(0);
        const echoed = decode(yield* reader.readline());
        writer.close();
        return echoed;
      }),
    );
    expect(line).toBe("as written\n");
  });

  test("has the hosts that somebody listens at, and no others", async () => {
    simulate({});
    function* main(): Coroutine<string> {
      const server = yield* startServer(echo, "example.com", 80);
      const [, writer] = yield* openConnection("example.com", 80);
      writer.close();
      server.close();
      try {
        yield* openConnection("example.org", 80);
      } catch (error) {
        expect(error).toBeInstanceOf(GaiError);
        return (error as Error).message;
      }
      return "";
    }
    expect(await runVirtual(main())).toContain("no host 'example.org'");
  });

  test("listens at every address of the machine when no host is given", async () => {
    simulate({});
    function* main(): Coroutine<void> {
      const server = yield* startServer(echo, undefined, 8080);
      for (const host of ["localhost", "127.0.0.1", "::1"]) {
        const [, writer] = yield* openConnection(host, 8080);
        writer.close();
      }
      server.close();
    }
    await runVirtual(main());
  });

  test("says that it has no TLS", async () => {
    simulate({});
    await expect(runVirtual(openConnection("localhost", 443, { ssl: true }))).rejects.toThrow(RuntimeError);
  });

  test.each([{ latency: -1 }, { bandwidth: 0 }, { latency: Number.NaN }])("refuses %o", (options) => {
    expect(() => simulateNetwork(options)).toThrow(RangeError);
  });
});
