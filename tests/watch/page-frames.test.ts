import { describe, expect, test } from "vitest";
import { framesIn } from "../../src/watch/page-frames.ts";

const places = (stack: string) =>
  framesIn(stack).map(({ caller, path, line }) => `${caller} ${path}:${line}`);

describe("which frames are the page's own", () => {
  test("a development server serves the library from node_modules", () => {
    expect(
      places(`Error
    at captureStack (http://localhost:5173/node_modules/.vite/deps/asyncio-ts_watch.js?v=a1:10:1)
    at Future.next (<anonymous>)
    at sleep (http://localhost:5173/node_modules/.vite/deps/asyncio-ts.js?v=a1:20:1)
    at sleep.next (<anonymous>)
    at load (http://localhost:5173/src/shop/cart.ts?t=17:30:5)
    at load.next (<anonymous>)
    at Task.step (http://localhost:5173/node_modules/.vite/deps/asyncio-ts.js?v=a1:40:1)`),
    ).toEqual(["load localhost:5173/src/shop/cart.ts:30"]);
  });

  test("webpack names modules", () => {
    expect(
      places(`Error
    at captureStack (webpack-internal:///./node_modules/asyncio-ts/dist/watch/chunk.js:10:1)
    at load (webpack-internal:///(app-pages-browser)/./src/cart.ts:30:5)`),
    ).toEqual(["load src/cart.ts:30"]);
  });

  test("Firefox and WebKit write them otherwise", () => {
    expect(
      places(`captureStack@http://localhost/node_modules/asyncio-ts/dist/watch/chunk.js:10:1
load@http://localhost/src/cart.ts:30:5
step@http://localhost/node_modules/asyncio-ts/dist/tasks/task.js:40:1`),
    ).toEqual(["load localhost/src/cart.ts:30"]);
  });

  test("files of a package that is served as it is are the library's", () => {
    expect(
      places(`Error
    at captureStack (http://localhost/libraries/asyncio-ts/dist/watch/chunk.js:10:1)
    at sleep (http://localhost/libraries/asyncio-ts/dist/tasks/sleep.js:20:1)
    at load (http://localhost/app.js:30:5)`),
    ).toEqual(["load localhost/app.js:30"]);
  });

  test("in one file the task's own coroutine is known, in V8", () => {
    const one = "http://localhost/app.js";
    expect(
      places(`Error
    at captureStack (${one}:10:1)
    at tell (${one}:11:1)
    at wait (${one}:12:1)
    at wait.next (<anonymous>)
    at sleep (${one}:20:1)
    at sleep.next (<anonymous>)
    at load (${one}:30:5)
    at load.next (<anonymous>)
    at Task.step (${one}:40:1)
    at other (${one}:50:1)
    at other.next (<anonymous>)
    at Task.step (${one}:40:1)`),
    ).toEqual(["load localhost/app.js:30"]);
  });

  test("where nobody can tell, no place is named", () => {
    expect(
      places(`captureStack@http://localhost/app.js:10:1
load@http://localhost/app.js:30:5`),
    ).toEqual([" :0"]);
  });
});
