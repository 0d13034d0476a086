/** As they may come out of a socket. */
async function* pieces(): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode("soufflé with tea");
  yield bytes.slice(0, 7);
  yield bytes.slice(7);
}

const decoder = new TextDecoder();
let text = "";
for await (const piece of pieces()) {
  text += decoder.decode(piece, { stream: true });
}
text += decoder.decode();
console.log("ordered:", text);
