import { describe, expect, test } from "vitest";
import { siteAddress } from "../../src/site-address.ts";

describe("the site's address", () => {
  test("is an origin", () => {
    expect(siteAddress("https://example.org")).toBe("https://example.org");
    expect(siteAddress("https://example.org/docs/")).toBe("https://example.org");
  });

  test("may be missing", () => {
    expect(siteAddress(undefined)).toBeUndefined();
    expect(siteAddress("")).toBeUndefined();
  });

  test.for(["example.org", "ftp://example.org", "/docs/"])(
    "is not %s, and the error says what to write",
    (site) => {
      expect(() => siteAddress(site)).toThrow(
        `SITE is ${JSON.stringify(site)}. Give the address of the site with its scheme, as in SITE=https://example.org`,
      );
    },
  );
});
