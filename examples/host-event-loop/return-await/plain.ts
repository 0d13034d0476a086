async function parse(text: string): Promise<number> {
  const number = Number(text);
  if (Number.isNaN(number)) {
    throw new TypeError(`${text} is no number`);
  }
  return number;
}

async function withReturn(text: string): Promise<number> {
  try {
    return parse(text);
  } catch {
    return 0;
  }
}

async function withReturnAwait(text: string): Promise<number> {
  try {
    return await parse(text);
  } catch {
    return 0;
  }
}

console.log("return await:", await withReturnAwait("tea"));
try {
  console.log("return:", await withReturn("tea"));
} catch (error) {
  console.log("return: the caller gets", String(error));
}
