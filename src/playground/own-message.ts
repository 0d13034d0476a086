import type { Language } from "../site.ts";

/** Says in the language of a page what the site has said in English. */
export type OwnMessage = (message: string) => string;

/** What a page that is in English has no need of is not fetched for it. */
export async function ownMessageFor(language: Language): Promise<OwnMessage> {
  if (language !== "zh-cn") {
    return (message) => message;
  }
  const { inChinese } = await import("./own-message-in-chinese.ts");
  return inChinese;
}
