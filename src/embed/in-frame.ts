/// <reference lib="dom" />
/**
 * What an embedded pane's page says to the page around it, whoever that is: how high it is. And what it hears from there:
 * which theme to take. Neither has any power, so both go to and come from any origin.
 */
import { messageType } from "./message-type.ts";

const root = document.documentElement;

if (parent !== self) {
  new ResizeObserver(() => {
    // A frame that is not shown has no width, and what is in it no height.
    if (innerWidth > 0) {
      const height = Math.ceil(root.getBoundingClientRect().height);
      parent.postMessage({ type: messageType, height }, "*");
    }
  }).observe(root);

  addEventListener("message", ({ source, data }) => {
    if (source === parent && data?.type === messageType) {
      root.dataset.theme = data.theme === "light" || data.theme === "dark" ? data.theme : "auto";
    }
  });
}
