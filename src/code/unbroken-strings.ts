/**
 * Strings in code that stay in one line, since a line may else break after a hyphen: the names of packages and the like.
 * Longer ones may be too long for a phone.
 */
export const unbrokenStrings = /(["'])(?=[\w@./:]+-)[\w@./:-]{1,28}\1/g;
