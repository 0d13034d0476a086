const controller = new AbortController();
const server = new AbortController();
const either = AbortSignal.any([controller.signal, server.signal]);

either.addEventListener("abort", () => console.log("the search is given up"));
controller.signal.addEventListener("abort", () => console.log("the page is closed"));

console.log("the reader leaves");
controller.abort();
console.log("abort() has returned");
