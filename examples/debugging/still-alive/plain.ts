const alive = () => process.getActiveResourcesInfo().filter((kind) => kind === "Timeout").length;

const reminder = setInterval(() => console.log("never seen"), 60_000);
const cleanUp = setTimeout(() => console.log("never seen either"), 60_000);
console.log("timers that keep Node alive:", alive());

cleanUp.unref();
console.log("after unref:", alive());

clearInterval(reminder);
console.log("after clearInterval:", alive());
process.on("exit", () => console.log("nothing is left, so Node ends"));
