/** The same data with each text in it told anew. */
export function mapTexts<Data>(data: Data, tell: (text: string) => string): Data {
  return mapUnknown(data, tell) as Data;
}

function mapUnknown(data: unknown, tell: (text: string) => string): unknown {
  if (typeof data === "string") {
    return tell(data);
  }
  if (Array.isArray(data)) {
    return data.map((item) => mapUnknown(item, tell));
  }
  return typeof data === "object" && data !== null
    ? Object.fromEntries(Object.entries(data).map(([name, part]) => [name, mapUnknown(part, tell)]))
    : data;
}
