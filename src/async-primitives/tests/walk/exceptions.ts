/** Calls that are refused in the words of the engine, and why that is left so. None of them does any harm. */
interface Exception {
  readonly calls: RegExp;
  readonly why: string;
}

const inTheCore =
  "(?:Acquired|AsyncGen|Barrier|BaseExceptionGroup|BoundedSemaphore|CompletionIterator|Condition|Context|ContextVar|CoroutineObject|Event|EventLoop|ForeignCursor|Future|GatheringFuture|Handle|HostClock|Lock|NativeIterator|OrFallback|PromiseFuture|Queue|Request|Runner|Scheduler|Semaphore|Task|TaskGroup|Timeout|TimerHandle|Token|VirtualClock)";

export const exceptions: readonly Exception[] = [
  {
    calls: new RegExp(
      `^(?:[gs]et )?${inTheCore}\\..* on (?:an object|a number|an object of another class|a proxy|what inherits)$`,
    ),
    why: "nobody borrows a method for a strange object by accident, and to look for that takes bytes of the core",
  },
  {
    calls: new RegExp(`^get ${inTheCore}\\..* on (?:undefined|null)$`),
    why: "a getter cannot be taken out of its object without Object.getOwnPropertyDescriptor",
  },
  {
    calls:
      /^(?:Handle\.(?:cancelled|toString|getContext)|Future\.(?:Symbol\(Symbol.iterator\)|cancelled|done|getLoop|removeDoneCallback|toString)|Task\.(?:getContext|getCoro|getName|toString)|Timeout\.(?:expired|when)|TimerHandle\.when|Scheduler\.(?:isClosed|isRunning)|VirtualClock\.time|HostClock\.\w+)\(\) on (?:undefined|null)$/,
    why: "only asks, of an object that the caller has at hand: nobody hands that over",
  },
  {
    calls:
      /^(?:(?:Acquired|Token|Runner|NativeIterator)\.Symbol\(Symbol\.(?:d|asyncD)ispose\)|EventLoop\.shutdownAsyncgens|GatheringFuture\.cancel|(?:BaseExceptionGroup|CompletionIterator|CoroutineObject|ForeignCursor|NativeIterator|OrFallback|Request)\.\S+)\(\) on (?:undefined|null)$/,
    why: "called by the language, or by the library itself",
  },
  {
    calls:
      /^new (?:\w+Error|GeneratorExit|KeyboardInterrupt|StopAsyncIteration|BrokenExecutor|Queue\w+)\((?:symbol|revoked proxy)/,
    why: "the error classes of the language answer just so to a message that has no text",
  },
  {
    calls: /^new IncompleteReadError\((?:undefined|null|\))/,
    why: "made by the library; who makes one for a test sees what is missing, and a check takes bytes of the core",
  },
  {
    calls: /^(?:isFuture|eagerTaskFactory|AsyncGen\.athrow|(?:OrFallback|Request)\.throw)\(revoked proxy/,
    why: "nothing can be known of a proxy that was revoked, and instanceof throws of itself",
  },
  {
    calls: /^(?:Future|Job)\.then\(class/,
    why: "a promise of the language rejects just so when its callback is a class",
  },
  {
    calls: /^\w+\(\) without new$/,
    why: "the language refuses it before the class is asked, and in these words everybody knows it",
  },
  {
    calls: /^new AsyncGen\(/,
    why: "made by asyncGenerator(), which looks at what it is given",
  },
];
