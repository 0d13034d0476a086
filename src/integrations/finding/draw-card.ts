import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import satori, { type Font } from "satori";
import sharp from "sharp";
import { cardSize } from "./card-size.ts";

const require = createRequire(join(process.cwd(), "package.json"));

/** Fonts come from packages: a machine that builds the site may have none. */
const fonts: Font[] = [
  font(
    "Latin",
    700,
    require.resolve("@fontsource/instrument-sans/files/instrument-sans-latin-700-normal.woff"),
  ),
  font(
    "Latin",
    400,
    require.resolve("@fontsource/instrument-sans/files/instrument-sans-latin-400-normal.woff"),
  ),
  font(
    "Chinese",
    700,
    require.resolve("@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-700-normal.woff"),
  ),
  font(
    "Chinese",
    400,
    require.resolve("@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff"),
  ),
];

function font(name: string, weight: 400 | 700, file: string): Font {
  return { name, weight, style: "normal", data: readFileSync(file) };
}

const colours = { ground: "#0e1315", text: "#ffffff", quiet: "#b3c4cc", accent: "#35bdb8", lane: "#1b262a" };

/** Tasks on their lanes, each a row of steps and waits: the site's subject at a glance. [start, length] of each step. */
const lanes: readonly { readonly colour: string; readonly steps: readonly (readonly [number, number])[] }[] =
  [
    {
      colour: colours.accent,
      steps: [
        [0, 90],
        [420, 60],
        [830, 120],
      ],
    },
    {
      colour: "#f2ab3c",
      steps: [
        [90, 70],
        [480, 150],
        [950, 60],
      ],
    },
    {
      colour: "#a596f5",
      steps: [
        [160, 120],
        [630, 90],
        [1010, 46],
      ],
    },
  ];

const margin = 72;
const width = cardSize.width - 2 * margin;

interface Node {
  readonly type: "div";
  readonly props: { readonly style: object; readonly children?: string | readonly Node[] };
}

function box(style: object, children?: string | readonly Node[]): Node {
  return { type: "div", props: { style: { display: "flex", ...style }, ...(children && { children }) } };
}

/** The image that goes with a link to a page, as PNG. */
export async function drawCard(title: string, description: string): Promise<Uint8Array<ArrayBuffer>> {
  const card = box(
    {
      flexDirection: "column",
      width: cardSize.width,
      height: cardSize.height,
      padding: margin,
      backgroundColor: colours.ground,
      color: colours.text,
      fontFamily: isChinese(title + description) ? "Chinese, Latin" : "Latin",
    },
    [
      box({ fontFamily: "Latin", fontSize: 36, fontWeight: 700, color: colours.accent }, "asyncio-ts"),
      box({ width, marginTop: 40, fontSize: 76, fontWeight: 700, lineHeight: 1.15 }, title),
      box(
        { width, marginTop: 24, fontSize: 34, lineHeight: 1.4, color: colours.quiet },
        shortened(description),
      ),
    ],
  );
  const svg = await satori(card as never, { ...cardSize, fonts });
  const whole = svg.replace("</svg>", `${lanes.map(drawLane).join("")}</svg>`);
  return new Uint8Array(await sharp(Buffer.from(whole)).png({ palette: true }).toBuffer());
}

function drawLane({ colour, steps }: (typeof lanes)[number], index: number): string {
  const y = cardSize.height - margin - (lanes.length - index) * 28 + 12;
  const bar = (x: number, length: number, fill: string): string =>
    `<rect x="${margin + x}" y="${y}" width="${length}" height="16" rx="8" fill="${fill}"/>`;
  return bar(0, width, colours.lane) + steps.map(([start, length]) => bar(start, length, colour)).join("");
}

function isChinese(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

/** What fits on three lines. */
function shortened(text: string): string {
  const limit = isChinese(text) ? 80 : 160;
  return text.length <= limit ? text : `${text.slice(0, limit).replace(/\s+\S*$/, "")}…`;
}
