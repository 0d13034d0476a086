/** What brings something that no timer announces: threads, processes, sockets, messages and signals. */
const others = [
  /\w*Executor\b|\bnew Pool\(\d|\bto_?thread\(|\brun_?in_?executor\(|\bimport (multiprocessing|threading)\b/i,
  /\b(start|open)_?(unix_?)?(server|connection)\(|\bcreate_?subprocess|\bsocketpair\(|\bMessageChannel\b/i,
  /\bSIGINT\b/,
];

/** Whether time may jump while a program waits. */
export function waitsForTimersAlone(code: string): boolean {
  return !others.some((each) => each.test(code));
}
