/** A command cannot do what was asked: its message says why, and what to do, to who asked. */
export class CommandError extends Error {}
