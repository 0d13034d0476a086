import { readFile } from "node:fs";

readFile(import.meta.filename, () => {
  setTimeout(() => console.log("6: setTimeout"), 0);
  setImmediate(() => console.log("5: setImmediate"));
  queueMicrotask(() => console.log("3: microtask"));
  process.nextTick(() => {
    console.log("2: nextTick");
    queueMicrotask(() => console.log("4: a microtask of nextTick"));
  });
  console.log("1: the callback of readFile");
});
