/// <reference lib="dom" />
/**
 * `<asyncio-example src="coroutines/say-after">`: an example of this site in a page of somebody else's. Served as
 * `embed.js`, a plain script, as other origins may load one without being asked for leave. What the element holds, a
 * link, is shown until the pane is there. It needs nothing of a strict policy but that script and that frame.
 */
import { messageType } from "./message-type.ts";

/** How high a frame may become, in pixels, whatever it says. */
const heights = { least: 80, most: 8_000 };

// A module has no such script, and is found by its name.
const script = document.currentScript ?? document.querySelector('script[src*="embed.js"]');
const site = new URL(".", (script as HTMLScriptElement | null)?.src || location.href);

const sheet = new CSSStyleSheet();
sheet.replaceSync(
  ":host{display:grid}" +
    ":host([hidden]),slot[hidden]{display:none}" +
    "iframe,slot{grid-area:1/1}" +
    "iframe{width:100%;height:20rem;border:0;border-radius:.8rem}" +
    // It covers the frame, which would be slowed down if it were hidden.
    "slot{display:block;z-index:1;padding:1rem;background:Canvas}",
);

class AsyncioExample extends HTMLElement {
  static readonly observedAttributes = ["src", "lang", "theme"];
  readonly #frame = document.createElement("iframe");
  readonly #children = document.createElement("slot");
  #address = "";

  constructor() {
    super();
    const shadow = this.attachShadow({ mode: "open" });
    shadow.adoptedStyleSheets = [sheet];
    shadow.append(this.#children);
    this.#frame.loading = "lazy";
    this.#frame.allow = "clipboard-write";
    this.#frame.referrerPolicy = "no-referrer";
  }

  connectedCallback(): void {
    addEventListener("message", this);
    this.#show();
  }

  disconnectedCallback(): void {
    removeEventListener("message", this);
    // A frame that is put back loads its page anew.
    this.#children.hidden = false;
  }

  attributeChangedCallback(name: string): void {
    if (!this.isConnected) {
      return;
    }
    if (name === "theme") {
      this.#tellTheme();
    } else {
      this.#show();
    }
  }

  /** What the frame says is read as a stranger's words: it says a height, and nothing else. */
  handleEvent({ source, origin, data }: MessageEvent): void {
    if (source === null || source !== this.#frame.contentWindow || origin !== site.origin) {
      return;
    }
    if (data?.type === messageType && Number.isFinite(data.height)) {
      const height = Math.min(Math.max(data.height, heights.least), heights.most);
      this.#frame.style.height = `${height}px`;
      if (!this.#children.hidden) {
        this.#children.hidden = true;
        // Both may have changed while the frame was loading: the link comes after the element that holds it.
        this.#nameFrame();
        this.#tellTheme();
      }
    }
  }

  #show(): void {
    const path = this.getAttribute("src") ?? "";
    if (!/^[\w-]+\/[\w-]+$/.test(path)) {
      this.#frame.remove();
      this.#children.hidden = false;
      return;
    }
    const isChinese = /^zh/i.test(languageAround(this));
    const address = new URL(`${isChinese ? "zh-cn/" : ""}embed/${path}/`, site).href;
    if (!this.#frame.isConnected || this.#address !== address) {
      this.#address = address;
      this.#children.hidden = false;
      this.#nameFrame();
      // A frame that goes to another page while it stands would have the reader's Back go through both.
      this.#frame.remove();
      this.#frame.src = `${address}?theme=${this.#theme}`;
    }
    if (!this.#frame.isConnected) {
      this.shadowRoot?.append(this.#frame);
    }
  }

  #nameFrame(): void {
    this.#frame.title = this.textContent.trim() || this.getAttribute("src") || "";
  }

  /** Before the frame has spoken nobody listens there. It is told when it does. */
  #tellTheme(): void {
    if (!this.#children.hidden) {
      return;
    }
    this.#frame.contentWindow?.postMessage({ type: messageType, theme: this.#theme }, site.origin);
  }

  get #theme(): string {
    return /^(light|dark)$/.exec(this.getAttribute("theme") ?? "")?.[0] ?? "auto";
  }
}

/** Of the page, or of what the element stands in: a shadow root's host has a language, too. */
function languageAround(element: Element): string {
  const named = element.closest<HTMLElement>("[lang]");
  const root = element.getRootNode();
  return named?.lang ?? (root instanceof ShadowRoot ? languageAround(root.host) : "");
}

// A page may have the script twice.
if (customElements.get("asyncio-example") === undefined) {
  customElements.define("asyncio-example", AsyncioExample);
}
