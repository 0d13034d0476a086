import { once } from "node:events";
import { connect, createServer } from "node:net";
import { createInterface } from "node:readline";
import { pipeline } from "node:stream/promises";

const server = createServer((socket) => {
  pipeline(socket, socket).catch((error) => console.log("a client is lost:", error.message));
});
server.listen(0, "127.0.0.1");
await once(server, "listening");
const address = server.address();
const port = address !== null && typeof address === "object" ? address.port : 0;

async function say(words: string[]): Promise<string[]> {
  const socket = connect({ port, host: "127.0.0.1" });
  const lines = createInterface(socket)[Symbol.asyncIterator]();
  const heard: string[] = [];
  for (const word of words) {
    if (!socket.write(`${word}\n`)) await once(socket, "drain");
    const { value } = await lines.next();
    heard.push(value ?? "");
  }
  socket.end();
  return heard;
}

const answers = await Promise.all([say(["tea", "coffee"]), say(["one", "two", "three"]), say(["good day"])]);
for (const heard of answers) console.log(heard.join(", "));
server.close();
