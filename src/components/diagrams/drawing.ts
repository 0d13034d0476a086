/** A label in each language: one line, or several. */
export interface Label {
  en: string | readonly string[];
  "zh-cn": string | readonly string[];
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
  label: Label;
}

export interface Arrow {
  /** The way it takes, as a path of SVG. */
  path: string;
  /** Drawn with dashes: what comes back. */
  isDashed?: boolean;
}

export interface Note {
  x: number;
  y: number;
  anchor?: "start" | "middle" | "end";
  label: Label;
}

/** The source of a diagram. Its numbers are units of a drawing 480 wide. */
export interface Drawing {
  /** Unique on its page. */
  id: string;
  height: number;
  title: Label;
  /** What one who cannot see it has to know. */
  description: Label;
  boxes: readonly Box[];
  arrows: readonly Arrow[];
  notes?: readonly Note[];
}
