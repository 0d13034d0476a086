import { describe, expect, test } from "vitest";
import { repositoryAddress } from "../../src/repository-address.ts";

describe("the repository's address", () => {
  test.for([
    "https://github.com/owner/name",
    "https://github.com/owner/name/",
    "https://github.com/owner/name.git",
  ])("is %s without what follows the name", (address) => {
    expect(repositoryAddress(address)).toBe("https://github.com/owner/name");
  });

  test("may be missing", () => {
    expect(repositoryAddress(undefined)).toBeUndefined();
    expect(repositoryAddress("")).toBeUndefined();
  });

  test.for(["owner/name", "git@github.com:owner/name.git", "ssh://github.com/owner/name"])(
    "is not %s, and the error says what to write",
    (address) => {
      expect(() => repositoryAddress(address)).toThrow(
        `REPOSITORY is ${JSON.stringify(address)}. Give the whole address of the repository`,
      );
    },
  );
});
