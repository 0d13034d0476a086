/** What a description needs to know of an example. */
interface Embedded {
  readonly title: string;
  /** The whole address of its page, and that of the site's front page. */
  readonly address: string;
  readonly home: string;
  /** How many lines of code and of output its pane shows. */
  readonly lines: number;
}

/** As https://oembed.com demands of what is "rich": HTML, and how much room it takes. */
interface Description {
  readonly version: "1.0";
  readonly type: "rich";
  readonly title: string;
  readonly provider_name: string;
  readonly provider_url: string;
  readonly cache_age: number;
  readonly width: number;
  readonly height: number;
  readonly html: string;
}

const width = 720;
/** In pixels, at the usual size: the bars of a pane with what is around them, and a line. */
const bars = 230;
const line = 22.4;
/** Longer panes scroll in their frame, as nobody tells it their height there. */
const highest = 800;

/** Describes an embedded example to whoever makes a preview of its address. A frame is all that such a preview may have. */
export function describeEmbed({ title, address, home, lines }: Embedded): Description {
  const height = Math.min(Math.round(bars + line * lines), highest);
  const attributes = {
    src: address,
    title,
    width,
    height,
    allow: "clipboard-write",
    loading: "lazy",
    style: "border:0;max-width:100%",
  };
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${escapeText(String(value))}"`);
  return {
    version: "1.0",
    type: "rich",
    title,
    provider_name: "asyncio-ts",
    provider_url: home,
    cache_age: 86_400,
    width,
    height,
    html: `<iframe ${written.join(" ")}></iframe>`,
  };
}

function escapeText(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
