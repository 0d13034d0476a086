/// <reference lib="webworker" />

import { pythonStoreOf } from "../loading/python-store.ts";
import { fetchWhole, OtherVersionError } from "./fetch-whole.ts";
import type { PythonFailure, PythonState } from "./python-state.ts";
import type { SizedFile } from "./site-file.ts";

/**
 * CPython's files, which the service worker keeps for a reader who has asked for it, and for nobody else.
 *
 * They have a store of their own, in which each is found by its address and the hash of its content. They are stored once
 * all of them have come and are what the list says; the last entry is a mark that the reader has them. So what is
 * interrupted leaves no mark, and what has no mark is not kept.
 */
export class KeptPython {
  readonly #files: readonly SizedFile[];
  readonly #scope: string;
  readonly #store: string;
  readonly #mark: string;
  readonly #tell: (state: PythonState) => Promise<void>;
  #fetching: AbortController | undefined;
  #part = 0;

  /**
   * @param files Those of this version.
   * @param scope The address of the site: another one on the same host has a store of its own.
   * @param tell Tells every page of the site.
   */
  constructor(files: readonly SizedFile[], scope: string, tell: (state: PythonState) => Promise<void>) {
    this.#files = files;
    this.#scope = scope;
    ({ name: this.#store, mark: this.#mark } = pythonStoreOf(scope));
    this.#tell = tell;
  }

  /** The answer to a request for one of the files; undefined for any other. */
  answer(request: Request): Promise<Response> | undefined {
    const { origin, pathname } = new URL(request.url);
    const file = this.#files.find(({ url }) => new URL(url, this.#scope).href === origin + pathname);
    return file && this.#find(this.#keyOf(file)).then((kept) => kept ?? fetch(request));
  }

  /** The reader wants it. Ends when it is there, or has failed. */
  async keep(): Promise<void> {
    if (this.#fetching !== undefined) {
      return;
    }
    const fetching = new AbortController();
    this.#fetching = fetching;
    this.#part = 0;
    await this.tell();
    let failure: PythonFailure | undefined;
    try {
      await this.#fetchMissing(fetching.signal);
    } catch (error) {
      failure = fetching.signal.aborted ? undefined : failureOf(error);
      // Nobody wants the others any more.
      fetching.abort();
    }
    if (this.#fetching === fetching) {
      this.#fetching = undefined;
    }
    await this.tell(failure);
  }

  /** The reader does not want it any more. */
  async drop(): Promise<void> {
    this.#fetching?.abort();
    this.#fetching = undefined;
    await caches.delete(this.#store);
    await this.tell();
  }

  /** Tells the pages how it stands. */
  async tell(failure?: PythonFailure): Promise<void> {
    const state = this.#fetching ? "fetching" : (failure ?? ((await this.#isKept()) ? "kept" : "none"));
    await this.#tell({ type: "python", state, part: this.#part });
  }

  /**
   * Before this version takes the place of another one, whose files the reader has kept: fetches what has changed. Without a
   * network it fails, and the older version stays, with its Python. For want of room the site itself goes on without.
   */
  async refresh(): Promise<void> {
    if (await this.#find(this.#mark)) {
      await this.#fetchMissing(new AbortController().signal, () => this.#find(this.#mark)).catch((error) => {
        if (failureOf(error) !== "no room") {
          throw error;
        }
      });
    }
  }

  /** Throws away what is not of this version, and what is not whole. */
  async tidy(): Promise<void> {
    if (!(await this.#isKept())) {
      await caches.delete(this.#store);
      return;
    }
    const wanted = new Set([this.#mark, ...this.#files.map((file) => this.#keyOf(file))]);
    const store = await caches.open(this.#store);
    const others = (await store.keys()).filter(({ url }) => !wanted.has(url));
    await Promise.all(others.map((request) => store.delete(request)));
  }

  /** @param isWanted Asked when all has come: the reader may have thought better of it. */
  async #fetchMissing(signal: AbortSignal, isWanted: () => unknown = () => true): Promise<void> {
    const missing = await this.#missing();
    const total = missing.reduce((sum, { size }) => sum + size, 0);
    let loaded = 0;
    const add = (bytes: number): void => {
      loaded += bytes;
      this.#noteFetched(loaded / total);
    };
    const responses = await Promise.all(
      missing.map(async (file) => [file, await fetchWhole(file, this.#scope, signal, add)] as const),
    );
    if (await isWanted()) {
      await this.#put(responses, signal);
    }
  }

  async #put(responses: readonly (readonly [SizedFile, Response])[], signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const store = await caches.open(this.#store);
    try {
      for (const [file, response] of responses) {
        // What is put into a store that has been thrown away meanwhile is thrown away with it.
        await store.put(this.#keyOf(file), response);
      }
      await store.put(this.#mark, new Response());
    } catch (error) {
      await Promise.all(responses.map(([file]) => store.delete(this.#keyOf(file))));
      if ((await store.keys()).length === 0) {
        await caches.delete(this.#store);
      }
      throw error;
    }
  }

  /** Tells of whole percents: a page need not hear of every piece. */
  #noteFetched(part: number): void {
    const isMore = Math.floor(part * 100) > Math.floor(this.#part * 100);
    if (this.#fetching !== undefined && isMore) {
      this.#part = part;
      void this.#tell({ type: "python", state: "fetching", part });
    }
  }

  async #isKept(): Promise<boolean> {
    return (await this.#find(this.#mark)) !== undefined && (await this.#missing()).length === 0;
  }

  async #missing(): Promise<SizedFile[]> {
    const found = await Promise.all(this.#files.map((file) => this.#find(this.#keyOf(file))));
    return this.#files.filter((_file, i) => found[i] === undefined);
  }

  /** Does not make a store where there is none. */
  #find(key: string): Promise<Response | undefined> {
    return caches.match(key, { cacheName: this.#store });
  }

  #keyOf({ url, revision }: SizedFile): string {
    const key = new URL(url, this.#scope);
    key.searchParams.set("revision", revision);
    return key.href;
  }
}

function failureOf(error: unknown): PythonFailure {
  if (error instanceof OtherVersionError) {
    return "other version";
  }
  return (error as Error).name === "QuotaExceededError" ? "no room" : "unfetched";
}
