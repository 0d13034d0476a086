import type { Schedule, Stretch } from "./schedule.ts";

const laneHeight = 22;
const height = { run: 14, block: 14, wait: 3, late: 3 };

/** The lanes as the contents of an SVG that is as wide as `scale` is long, in percents. */
export function drawSchedule({ lanes, total }: Schedule, scale: number): string {
  const percent = (time: number): string => `${Number(((100 * time) / scale).toFixed(2))}%`;
  const rect = ({ kind, from, to }: Stretch, lane: number): string => {
    const y = lane * laneHeight + (laneHeight - height[kind]) / 2;
    const size = `width="${percent(to - from)}" height="${height[kind]}" rx="${height[kind] > 3 ? 4 : 1}"`;
    return `<rect class="${kind} lane-${lane + 1}" x="${percent(from)}" y="${y}" ${size}/>`;
  };
  const end = `<line x1="${percent(total)}" x2="${percent(total)}" y2="100%"/>`;
  return (
    end + lanes.map((stretches, lane) => stretches.map((stretch) => rect(stretch, lane)).join("")).join("")
  );
}

export function heightOf({ lanes }: Schedule): number {
  return lanes.length * laneHeight;
}
