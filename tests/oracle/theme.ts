/** What a program is about: it mostly takes operations of a few themes. */
export type Theme =
  | "base"
  | "tasks"
  | "cancelling"
  | "combinators"
  | "groups"
  | "timeouts"
  | "futures"
  | "callbacks"
  | "locks"
  | "events"
  | "conditions"
  | "semaphores"
  | "barriers"
  | "queues"
  | "contexts"
  | "streams";
