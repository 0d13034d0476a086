import {
  type Coroutine,
  Event,
  getRunningLoop,
  run,
  type StreamReader,
  type StreamWriter,
  sleep,
  startServer,
  ThreadPoolExecutor,
} from "asyncio-ts";

const SITES = ["tea", "coffee"];
const PAGES = 80;
const THREADS = 5;
const DELAY = 0.01;

let sessions = 0;
const allAreHere = new Event();

/** A web server on this machine that takes its time for each page. */
function* serve(reader: StreamReader, writer: StreamWriter): Coroutine<void> {
  sessions += 1;
  if (sessions === THREADS) {
    allAreHere.set();
  }
  yield* allAreHere.wait(); // or the first threads might leave the last no page
  while (true) {
    const request = new TextDecoder().decode(yield* reader.readline());
    if (request === "") {
      break;
    }
    while ((yield* reader.readline()).length > 2) {} // the headers
    yield* sleep(DELAY);
    const page = `this is ${request.split(" ")[1]}`;
    const head = `HTTP/1.1 200 OK\r\nContent-Length: ${page.length}\r\n\r\n`;
    writer.write(new TextEncoder().encode(head + page));
    yield* writer.drain();
  }
  writer.close();
}

/** What each thread keeps on its own `globalThis`. */
declare global {
  var session: { name: string; get: (path: string) => Promise<string> };
  interface Response {
    text(): Promise<string>;
  }
}

function openSession(host: string, port: number): void {
  globalThis.session = {
    name: crypto.randomUUID(),
    get: async (path) => (await fetch(`http://${host}:${port}${path}`)).text(),
  };
}

async function download(path: string) {
  const page = await globalThis.session.get(path);
  return { path, page, session: globalThis.session.name };
}

function* main(): Coroutine<void> {
  const loop = getRunningLoop();
  const server = yield* startServer(serve, "127.0.0.1", 0);
  const [host, port] = server.sockets[0].getsockname();
  const paths = SITES.flatMap((site) => Array.from({ length: PAGES }, (_, n) => `/${site}/${n}`));

  const start = loop.time();
  const pool = new ThreadPoolExecutor({
    maxWorkers: THREADS,
    initializer: openSession,
    initargs: [host, port],
  });
  const pages = yield* pool.map(download, paths);
  const seconds = loop.time() - start;

  console.log("pages:", pages.length);
  const right = pages.every(({ path, page }) => page === `this is ${path}`);
  console.log("each the right one:", right);
  console.log("sessions:", new Set(pages.map(({ session }) => session)).size);
  // The time is never the same twice, and goes to the error output.
  const delays = paths.length * DELAY;
  console.warn(`${seconds.toFixed(2)} s, for delays of ${delays.toFixed(2)} s`);
  yield* pool.shutdown();
  server.close();
}

await run(main());
