// Change this: hear of the end during the wait as well, and leave no listener behind.
function clicked(button: EventTarget, signal: AbortSignal): Promise<string> {
  return new Promise((resolve) => {
    signal.throwIfAborted();
    button.addEventListener("click", () => {
      console.log("a click was heard");
      resolve("clicked");
    });
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
