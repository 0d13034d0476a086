/** Marks what an `<asyncio-example>` and the page in its frame say to each other. */
export const messageType = "asyncio-example";
