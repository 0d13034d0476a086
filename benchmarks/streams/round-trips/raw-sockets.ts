import { once } from "node:events";
import { type AddressInfo, connect, createServer } from "node:net";

const message = new Uint8Array(64);
const server = createServer({ noDelay: true }, (socket) => {
  socket.on("data", (data) => socket.write(data));
});
server.listen(0, "127.0.0.1");
await once(server, "listening");
const { port } = server.address() as AddressInfo;

function client(): Promise<void> {
  return new Promise((resolve) => {
    let trips = 0;
    let received = 0;
    const socket = connect({ port, host: "127.0.0.1", noDelay: true }, () => socket.write(message));
    socket.on("data", (data) => {
      received += data.length;
      if (received < message.length) {
        return;
      }
      received = 0;
      if (++trips < 2000) {
        socket.write(message);
      } else {
        socket.end(resolve);
      }
    });
  });
}

const start = performance.now();
await Promise.all(Array.from({ length: 50 }, client));
console.log((performance.now() - start) / 1000);
server.close();
