import { AsyncLocalStorage } from "node:async_hooks";
import { EventEmitter } from "node:events";

const requestId = new AsyncLocalStorage<string>();

function log(text: string): void {
  console.log(`[${requestId.getStore() ?? "none"}] ${text}`);
}

const door = new EventEmitter();

function handle(): void {
  door.on("open", () => log("carelessly"));
  door.on(
    "open",
    AsyncLocalStorage.bind(() => log("with its context")),
  );
}

requestId.run("A", handle);
requestId.run("B", handle);
door.emit("open");
requestId.run("C", () => door.emit("open"));
