import { expect, test } from "vitest";
import { needsMoreLibrary } from "../../src/sandbox/python/imported-modules.ts";

const more = ["xml", "xml.dom", "xml.dom.minidom", "http.client", "sqlite3"];

test.each([
  "import xml",
  "import os, sqlite3 as db",
  "from xml.dom import minidom",
  "def f():\n    import http.client",
  "x = 1; import xml",
  "try: import sqlite3\nexcept ImportError: pass",
  'import importlib\nimportlib.import_module("x" + "ml")',
  '__import__("xml")',
])("%j may import what is not fetched with CPython", (source) => {
  expect(needsMoreLibrary(source, more)).toBe(true);
});

test.each([
  "import asyncio",
  "from collections import deque",
  "xml = 1",
  "print('import xml')",
  "import xmlish",
])("%j imports nothing of it", (source) => {
  expect(needsMoreLibrary(source, more)).toBe(false);
});
