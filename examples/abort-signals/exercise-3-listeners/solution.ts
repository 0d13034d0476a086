function clicked(button: EventTarget, signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const giveUp = () => reject(signal.reason);
    signal.addEventListener("abort", giveUp, { once: true });
    const heard = () => {
      signal.removeEventListener("abort", giveUp);
      console.log("a click was heard");
      resolve("clicked");
    };
    button.addEventListener("click", heard, { once: true, signal });
  });
}

const button = new EventTarget();
const controller = new AbortController();
const tell = (error: Error) => console.log("no click:", error.message);

clicked(button, controller.signal).then(console.log);
button.dispatchEvent(new Event("click"));
button.dispatchEvent(new Event("click"));
clicked(button, controller.signal).catch(tell);
controller.abort(new Error("the page is gone"));
clicked(button, controller.signal).catch(tell);
button.dispatchEvent(new Event("click"));
