import type { Moment } from "./moment.ts";
import type { Cancellation } from "./timeline-parts.ts";

/** Of a member of more scopes than this, only the latest are looked at: a forged trace may have a hundred thousand. */
const mostScopes = 100;

/** Finds how requests to cancel get from one to the next: a task passes one on to what it waits for, a scope to its members. */
export class CancellationPaths {
  readonly found: Cancellation[] = [];
  /** Which task waits for a future, and which scopes hold a member: the ways that a request can go on. */
  readonly #waiter = new Map<number, number>();
  readonly #scopesOf = new Map<number, number[]>();
  /** What a request has reached in this step, and by way of which task. */
  #path = new Map<number, number>();

  beginStep(): void {
    this.#path = new Map();
  }

  noteWait(task: number, on: number): void {
    this.#waiter.set(on, task);
  }

  noteMember(scope: number, member: number): void {
    const scopes = this.#scopesOf.get(member);
    if (scopes === undefined) {
      this.#scopesOf.set(member, [scope]);
    } else {
      scopes.push(scope);
      if (scopes.length > mostScopes) {
        scopes.shift();
      }
    }
  }

  /** @param isTask Whether the target is a task; nobody sees what reaches other futures. */
  request(moment: Moment, target: number, by: number, isTask: boolean): void {
    const passer = [this.#waiter.get(target) ?? -1, ...(this.#scopesOf.get(target) ?? [])].find((number) =>
      this.#path.has(number),
    );
    const from = passer === undefined ? by : (this.#path.get(passer) as number);
    if (isTask) {
      this.found.push({ moment, from, task: target, isPassedOn: passer !== undefined });
    }
    this.#path.set(target, isTask ? target : from);
  }
}
