function say(name: string): void {
  console.log(name);
  queueMicrotask(() => console.log("  microtask of", name));
}

const button = new EventTarget();
button.addEventListener("press", () => say("listener 1"));
button.addEventListener("press", () => say("listener 2"));

setTimeout(() => say("timer 1"), 0);
setTimeout(() => say("timer 2"), 0);
setTimeout(() => {
  button.dispatchEvent(new Event("press"));
  console.log("after dispatchEvent");
}, 20);
