import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readExample } from "../../src/examples/read-example.ts";
import { labelsFor } from "../../src/playground/labels.ts";
import { expect, Pane, test } from "./pane.ts";

const path = "coroutines/say-after";
const example = readExample(path);
const site = join(import.meta.dirname, "../../dist");

test("nothing of Python is fetched before the reader runs it, and then all from the site's own host", async ({
  page,
}) => {
  const asked: string[] = [];
  page.on("request", (request) => {
    if (/\/python\//.test(new URL(request.url()).pathname)) {
      asked.push(new URL(request.url()).pathname);
    }
  });
  await page.goto("coroutines/");
  const pane = new Pane(page, path);
  await pane.run();
  await pane.choose("Python");
  const button = pane.element.locator('[data-action="run"]');
  await expect(button).toHaveText(labelsFor("en").runPython);
  await button.hover();
  await button.focus();
  await page.waitForLoadState("networkidle");
  expect(asked).toEqual([]);
  await pane.pressRun();
  await pane.hasState("done");
  await pane.hasPrintedOnStandardOutput(example.output);
  expect(asked.sort()).toEqual([
    "/python/cpython.mjs",
    "/python/cpython.wasm",
    "/python/library.zip",
    "/sandbox/python/",
  ]);
});

test("the button says what there is to fetch", () => {
  const bytes = ["cpython.mjs", "cpython.wasm", "library.zip"]
    .map((name) => readFileSync(join(site, `python/${name}.br`)).length)
    .reduce((sum, each) => sum + each, 0);
  const weight = `${(bytes / 1e6).toFixed(1)} MB`;
  console.log(`CPython: ${bytes} bytes`);
  for (const language of ["en", "zh-CN"]) {
    expect(labelsFor(language).runPython).toContain(weight);
  }
});

test("a reader edits Python, runs it, and takes it back", async ({ page }) => {
  await page.goto("coroutines/");
  const pane = new Pane(page, path);
  await pane.choose("Python");
  await pane.replaceCode('import sys\nprint("edited", end="")\nprint("and warned", file=sys.stderr)');
  await expect(pane.element.locator(".cm-content")).toHaveAttribute("data-language", "python");
  await pane.pressRun();
  await pane.hasState("done");
  await expect(pane.log.locator(".pane-line-error")).toHaveText("and warned\n");
  await expect(pane.log.locator(".pane-line-log")).toHaveText("edited\n");
  page.once("dialog", (dialog) => void dialog.accept());
  await pane.press("Reset");
  await expect(pane.editor).toContainText("async def main");
  await pane.choose("asyncio-ts");
  await pane.press("Run");
  await pane.hasState("done");
  await pane.hasPrintedOnStandardOutput(example.output);
});

test("an endless loop and a long sleep are shown as blocked, and Stop ends them", async ({ page }) => {
  await page.goto("coroutines/");
  const pane = new Pane(page, path);
  await pane.choose("Python");
  for (const code of ["while True: pass", "import time\ntime.sleep(1e6)"]) {
    await pane.replaceCode(`print("begun")\n${code}`);
    await pane.pressRun();
    await expect(pane.log).toHaveText("begun\n");
    await pane.hasState("blocked");
    await pane.press("Stop");
    await pane.hasState("stopped");
  }
});

test("a program that waits on its loop is not blocked", async ({ page }) => {
  await page.goto("coroutines/");
  const pane = new Pane(page, path);
  await pane.choose("Python");
  await pane.replaceCode(
    'import asyncio\nasync def main():\n    await asyncio.sleep(5)\n    print("waited")\nasyncio.run(main())',
  );
  const states = await pane.element.evaluateHandle((element) => {
    const seen: string[] = [];
    new MutationObserver(() => seen.push((element as HTMLElement).dataset.state ?? "")).observe(element, {
      attributeFilter: ["data-state"],
    });
    return seen;
  });
  await pane.pressRun();
  await pane.hasState("done");
  await pane.hasPrinted("waited\n");
  expect(await states.jsonValue()).not.toContain("blocked");
});

test("an error is told as Python tells it, without what is not the reader's, and its line is marked", async ({
  page,
}) => {
  await page.goto("coroutines/");
  const pane = new Pane(page, path);
  await pane.choose("Python");
  await pane.replaceCode(
    'import asyncio\nasync def f(x):\n    return 1 / x\nasync def main():\n    print("before")\n    await f(0)\nasyncio.run(main())',
  );
  await pane.pressRun();
  await pane.hasState("failed");
  await pane.hasPrinted(`before
Traceback (most recent call last):
  File "main.py", line 7, in <module>
    asyncio.run(main())
    ~~~~~~~~~~~^^^^^^^^
  File "main.py", line 6, in main
    await f(0)
  File "main.py", line 3, in f
    return 1 / x
           ~~^~~
ZeroDivisionError: division by zero
`);
  await expect(pane.element.locator(".pane-error-line")).toHaveText("    return 1 / x");
  await pane.replaceCode('print("never")\ndef f(:\n    pass');
  await pane.pressRun();
  await pane.hasState("failed");
  await expect(pane.log).toContainText("SyntaxError: invalid syntax");
  await expect(pane.log).not.toContainText("never");
  await expect(pane.element.locator(".pane-error-line")).toHaveText("def f(:");
});

test("a module that few programs import is fetched for one that does", async ({ page }) => {
  await page.goto("coroutines/");
  const pane = new Pane(page, path);
  await pane.choose("Python");
  await pane.replaceCode(
    'import xml.dom.minidom as dom\nprint(dom.parseString("<a/>").documentElement.tagName)',
  );
  const fetched = page.waitForResponse(/more-library\.zip$/);
  await pane.pressRun();
  await fetched;
  await pane.hasState("done");
  await pane.hasPrinted("a\n");
});

test("a program reaches what it serves itself, as through the sockets of a system, and nobody else", async ({
  page,
}) => {
  await page.goto("coroutines/");
  const pane = new Pane(page, path);
  await pane.choose("Python");
  await pane.replaceCode(`import asyncio, socket

async def attempt(what):
    try:
        print(await what)
    except OSError as error:
        print(type(error).__name__)

async def leave_early(reader, writer):
    if await reader.read(1) == b"a":
        writer.transport.abort()
    else:
        writer.close()

async def send_late(port, first):
    reader, writer = await asyncio.open_connection("localhost", port)
    writer.write(first)
    print(await reader.read())
    for _ in range(2):
        writer.write(b"more")
        await attempt(writer.drain())
        await asyncio.sleep(0.01)
    writer.close()

class Echo(asyncio.DatagramProtocol):
    def connection_made(self, transport):
        self.transport = transport
    def datagram_received(self, data, sender):
        self.transport.sendto(data.upper(), sender)

async def ask_by_datagram(loop):
    transport, _ = await loop.create_datagram_endpoint(Echo, local_addr=("127.0.0.1", 0))
    with socket.socket(type=socket.SOCK_DGRAM) as client:
        client.setblocking(False)
        await loop.sock_sendto(client, b"hello", transport.get_extra_info("sockname"))
        print((await loop.sock_recvfrom(client, 100))[0])
    transport.close()

async def main():
    server = await asyncio.start_server(leave_early, "localhost", 0)
    host, port = server.sockets[0].getsockname()
    print(host, port > 0)
    await send_late(port, b"axx")
    await send_late(port, b"b")
    await attempt(asyncio.start_server(leave_early, "127.0.0.1", port))
    server.close()
    await attempt(asyncio.open_connection("127.0.0.1", port))
    await attempt(asyncio.open_connection("example.org", 80))
    await ask_by_datagram(asyncio.get_running_loop())

asyncio.run(main())
here, there = socket.socketpair()
here.settimeout(0.05)
try:
    here.recv(1)
except TimeoutError as error:
    print(error)
there.sendall(b"hi")
there.close()
print(here.recv(9), here.recv(9))`);
  await pane.pressRun();
  await pane.hasState("done");
  // What CPython prints on Linux.
  await pane.hasPrinted(`127.0.0.1 True
b''
None
ConnectionResetError
b''
None
ConnectionResetError
OSError
ConnectionRefusedError
gaierror
b'HELLO'
timed out
b'hi' b''
`);
});

test("an exercise says whether its Python is right, too", async ({ page }) => {
  await page.goto("streams/");
  const pane = new Pane(page, "streams/exercise-2-frames");
  await pane.choose("Python");
  await pane.pressRun();
  await pane.hasState("done");
  await expect(pane.element).toHaveAttribute("data-verdict", "right");
  await expect(pane.status).toHaveText(labelsFor("en").right);
  await pane.replaceCode('print("something else")');
  await pane.pressRun();
  await expect(pane.element).toHaveAttribute("data-verdict", "wrong");
});

test("Python that needs what a page has not got keeps its record, and the pane says why, in both languages", async ({
  page,
}) => {
  for (const [address, version, reason] of [
    ["threads/", "Python", "Needs threads"],
    ["zh-cn/threads/", "Python", "需要线程"],
  ] as const) {
    await page.goto(address);
    const pane = new Pane(page, "threads/to-thread");
    await pane.choose(version);
    await expect(pane.status).toContainText(reason);
    await expect(pane.element.locator('[data-action="run"]')).toBeDisabled();
    await expect(pane.element.locator(".pane-expected")).toBeVisible();
  }
});
