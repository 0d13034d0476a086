/**
 * How much the log of a pane keeps: in lines, and in what they weigh together (see `weigh`). When more comes, the oldest
 * lines make room, and the log says how many did.
 */
export const logRoom = { lines: 2_000, weight: 200_000 } as const;
