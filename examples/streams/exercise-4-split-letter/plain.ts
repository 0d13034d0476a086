/** As they may come out of a socket. */
async function* pieces(): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode("soufflé with tea");
  yield bytes.slice(0, 7);
  yield bytes.slice(7);
}

let text = "";
for await (const piece of pieces()) {
  // Find the bug: one letter arrives broken.
  text += new TextDecoder().decode(piece);
}
console.log("ordered:", text);
