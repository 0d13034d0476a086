/** Tells whoever started the program, beside what the program itself prints. */
export function say(text: string): void {
  process.stderr.write(`asyncio-ts: ${text}\n`);
}
