/** The same library in a CommonJS module. */
const { run, sleep } = require("asyncio-ts");

function* nap() {
  yield* sleep(0.001);
}

run(nap()).then(() => console.log("rested"));
