import type { Misconception } from "./puzzle.ts";

/**
 * What readers may believe of an order. What a program would print if it were so is found by running the program under a
 * rule that is changed accordingly; `tests/examples/changed-rules.ts` has the rule to each. Where two lead to the same order,
 * the reader is told the first.
 */
export const misconceptions = {
  "async-begins-later": {
    name: {
      en: "An async function begins later, when this code has ended.",
      "zh-cn": "async 函数稍后才开始，要等当前代码运行完。",
    },
    why: {
      en: "The call itself runs it, up to its first await. Only what follows that await comes later.",
      "zh-cn": "调用时就已经在运行，一直到第一个 await；只有那个 await 之后的部分才推迟。",
    },
  },
  "calls-wait-for-each-other": {
    name: {
      en: "One call begins when the one before has ended, whether it is awaited or not.",
      "zh-cn": "不管有没有 await，前一个调用结束，下一个才开始。",
    },
    why: {
      en: "A call goes on behind your back as soon as it waits. Only an await holds up what follows.",
      "zh-cn": "调用一旦开始等待，后面的代码就接着往下走。只有 await 才让后面的代码等它。",
    },
  },
  "await-goes-straight-on": {
    name: {
      en: "An await of something that is there goes straight on.",
      "zh-cn": "等待的结果已经有了，await 就直接往下走。",
    },
    why: {
      en: "Every await leaves the function. The rest of it is a microtask, which has to wait until the running code has ended.",
      "zh-cn": "每个 await 都会离开函数。剩下的部分是一个微任务，要等正在运行的代码结束才轮到。",
    },
  },
  "timers-before-microtasks": {
    name: {
      en: "Timers whose time is up come before microtasks.",
      "zh-cn": "到了时间的定时器先于微任务运行。",
    },
    why: {
      en: "The host takes the next timer only when no microtask is left. So it is between two timers as well.",
      "zh-cn": "微任务全部运行完，宿主才取下一个定时器；两个定时器之间也是如此。",
    },
  },
  "timer-runs-at-once": {
    name: {
      en: "A timer of 0 milliseconds runs at once.",
      "zh-cn": "0 毫秒的定时器会立刻运行。",
    },
    why: {
      en: "A timer is a task of the host. It begins when the running code has ended, however little time it asks for.",
      "zh-cn": "定时器是宿主的一个任务，时间再短，也要等正在运行的代码结束才开始。",
    },
  },
  "microtasks-after-each-listener": {
    name: {
      en: "Microtasks run after each listener, even when code of one's own calls it.",
      "zh-cn": "每个监听器之后都会运行微任务，哪怕是自己的代码触发的。",
    },
    why: {
      en: "They wait until no code is running any more. dispatchEvent calls the listeners from code that is still running.",
      "zh-cn": "微任务要等没有代码在运行时才轮到，而 dispatchEvent 是在仍在运行的代码里调用监听器的。",
    },
  },
  "microtask-runs-at-once": {
    name: {
      en: "queueMicrotask calls its function at once.",
      "zh-cn": "queueMicrotask 会立刻调用传入的函数。",
    },
    why: {
      en: "It puts the function into a queue, and the queue is emptied only when no other code is running any more.",
      "zh-cn": "它只是把函数放进队列，等没有别的代码在运行时，队列才会清空。",
    },
  },
  "call-begins": {
    name: {
      en: "Calling a coroutine function begins to run it.",
      "zh-cn": "调用协程函数，它就开始运行。",
    },
    why: {
      en: "So it is with an async function. A coroutine does not run a single line before it is awaited or becomes a task.",
      "zh-cn": "async 函数是这样。协程在被等待或成为任务之前，一行也不会运行。",
    },
  },
  "thread-holds-up-the-loop": {
    name: {
      en: "Whoever awaits a thread holds up all others until it answers.",
      "zh-cn": "等待线程的结果时，其他任务都停着。",
    },
    why: {
      en: "Only the task that awaits it stands still. The loop keeps its own thread, and runs the others on it.",
      "zh-cn": "停着的只有等待它的那个任务。事件循环还占着自己的线程，继续运行其他任务。",
    },
  },
  "giving-way-once-waits-for-all": {
    name: {
      en: "Whoever gives way comes back when all others have ended.",
      "zh-cn": "让出之后，要等别的任务全部结束才轮到自己。",
    },
    why: {
      en: "Giving way lasts one iteration: each of the others that is ready takes one step, and then it is one's turn again.",
      "zh-cn": "让出只持续一轮：其他就绪的任务各走一步，然后又轮到自己。",
    },
  },
  "task-begins-at-once": {
    name: {
      en: "createTask begins to run the task at once.",
      "zh-cn": "createTask 会立刻开始运行任务。",
    },
    why: {
      en: "It only schedules the first step, which comes in the loop's next iteration: not before the running task waits.",
      "zh-cn": "它只是安排第一步，这一步在循环的下一轮才运行：要等当前任务开始等待。",
    },
  },
  "task-begins-when-awaited": {
    name: {
      en: "A task begins when somebody awaits it.",
      "zh-cn": "有人等待任务时，它才开始。",
    },
    why: {
      en: "A task runs by itself from the next iteration on. Awaiting it only waits for its result.",
      "zh-cn": "任务从下一轮起自己运行。等待它，只是等它的结果。",
    },
  },
  "delegating-gives-way": {
    name: {
      en: "yield* lets the others run first.",
      "zh-cn": "yield* 会先让别的协程运行。",
    },
    why: {
      en: "yield* runs the other coroutine here and now. Only a yield gives the thread back.",
      "zh-cn": "yield* 当场就运行另一个协程，只有 yield 才交还线程。",
    },
  },
  "awaiting-gives-way": {
    name: {
      en: "Every yield* lets the others run first.",
      "zh-cn": "每个 yield* 都会先让别的任务运行。",
    },
    why: {
      en: "yield* runs the other coroutine here and now. Others get their turn only when something really has to wait.",
      "zh-cn": "yield* 当场就运行另一个协程。只有真的需要等待时，才轮到别的任务。",
    },
  },
  "results-in-order-of-readiness": {
    name: {
      en: "What is ready first comes out first.",
      "zh-cn": "谁先完成，谁的结果先出来。",
    },
    why: {
      en: "The loop awaits its tasks in the order of its list. A result that is there earlier waits in its task.",
      "zh-cn": "循环按列表的顺序等待任务。先有的结果就留在自己的任务里等着。",
    },
  },
  "cancel-ends-at-once": {
    name: {
      en: "cancel() has the task clean up before it returns.",
      "zh-cn": "cancel() 返回之前，任务已经开始清理。",
    },
    why: {
      en: "It only asks. The request reaches the task in the loop's next iteration, and until then the caller goes on.",
      "zh-cn": "它只是发出请求。请求要到循环的下一轮才到达任务，在那之前，调用方继续往下走。",
    },
  },
  "the-asked-ends-first": {
    name: {
      en: "The task that was asked ends first, and then what it waits for.",
      "zh-cn": "先结束的是收到请求的任务，然后才是它等待的那个。",
    },
    why: {
      en: "The request goes on to what is waited for, to the innermost wait. From there the error comes outwards, when that task has cleaned up.",
      "zh-cn": "请求会传到它等待的任务，直到最里层的等待。那个任务清理完，异常才从里往外传。",
    },
  },
  "ended-before-clean-up": {
    name: {
      en: "A cancelled task has ended before its clean-up has.",
      "zh-cn": "任务一被取消就算结束，不必等清理完成。",
    },
    why: {
      en: "Its finally is part of it, whatever that waits for. Whoever awaits the task waits for its clean-up as well.",
      "zh-cn": "finally 也是任务的一部分，无论它在等什么。等待这个任务，也就等它清理完。",
    },
  },
  "callback-runs-at-once": {
    name: {
      en: "setResult calls the callbacks before it returns.",
      "zh-cn": "setResult 返回之前就会调用回调。",
    },
    why: {
      en: "It only schedules them. The loop calls them when the running code has given way.",
      "zh-cn": "它只是把回调排进队列。等正在运行的代码让出之后，事件循环才调用它们。",
    },
  },
  "gather-waits-for-all": {
    name: {
      en: "gather tells of a failure when all the others have ended.",
      "zh-cn": "gather 要等其余的全部结束，才报告失败。",
    },
    why: {
      en: "It throws the first failure at once. The others are not cancelled: they run on, and nobody waits for them.",
      "zh-cn": "它立刻抛出第一个失败。其余的没有被取消，仍在运行，只是没有代码等待它们了。",
    },
  },
  "answer-interrupts": {
    name: {
      en: "What arrives, or is due, interrupts what is running.",
      "zh-cn": "结果到了，或者时间到了，就会打断正在运行的代码。",
    },
    why: {
      en: "The loop interrupts nobody. It waits until the running code gives way, and a calculation does so at its end.",
      "zh-cn": "事件循环不会打断任何代码。到了也要等正在运行的代码让出，而计算要到算完才让出。",
    },
  },
  "pausing-keeps-the-place": {
    name: {
      en: "Whoever pauses before another attempt keeps its place.",
      "zh-cn": "重试之前停顿的时候，还占着位置。",
    },
    why: {
      en: "The pause stands outside of the semaphore. The place is given back before it, and the next in line takes it.",
      "zh-cn": "停顿写在信号量之外。停顿之前位置就还了，由排在最前面的接手。",
    },
  },
  "rate-limit-is-one-at-a-time": {
    name: {
      en: "A rate limit lets the next one begin when the one before has its answer.",
      "zh-cn": "限速，就是前一个有了结果，才轮到下一个。",
    },
    why: {
      en: "It counts beginnings. The next one may ask when its moment has come, however long an answer takes.",
      "zh-cn": "限速只数开始的次数。时刻一到，下一个就可以发出请求，不管前一个要等多久。",
    },
  },
  "rate-limit-holds-nobody-up": {
    name: {
      en: "Three questions are not too many: all are asked at once.",
      "zh-cn": "三个请求不算多，可以一起发出。",
    },
    why: {
      en: "The limit is not a number, it is a distance. Each begins so long after the one before.",
      "zh-cn": "限的不是个数，而是间隔。后一个要比前一个晚这么久才开始。",
    },
  },
  "virtual-sleeps-take-no-time": {
    name: {
      en: "On a virtual clock a sleep ends at once, so the first to sleep is the first to wake.",
      "zh-cn": "在虚拟时钟上休眠立刻结束，所以先休眠的先醒。",
    },
    why: {
      en: "The clock jumps from one deadline to the next. The nearer deadline comes first, as on a real one.",
      "zh-cn": "时钟从一个截止时间跳到下一个。截止时间近的先到，和真实的时钟一样。",
    },
  },
  "waits-always-overlap": {
    name: {
      en: "All waits overlap, however they are begun.",
      "zh-cn": "不管怎样启动，等待总会重叠。",
    },
    why: {
      en: "Only what has been begun can overlap. What stands after a yield* begins when the awaited call has ended.",
      "zh-cn": "只有已经启动的才会重叠。yield* 等待的调用结束之后，下一行才开始。",
    },
  },
  "sleep-of-zero-is-none": {
    name: {
      en: "A sleep of 0 seconds is none, and the code goes straight on.",
      "zh-cn": "休眠 0 秒等于没有休眠，代码直接往下走。",
    },
    why: {
      en: "It takes no time, but it gives way: each of the others that is ready takes one step first.",
      "zh-cn": "它不花时间，但会让出：其他就绪的任务先各走一步。",
    },
  },
  "lock-holds-up-all": {
    name: {
      en: "While a lock is held, everything else stands still.",
      "zh-cn": "锁被占用时，其他的都停着。",
    },
    why: {
      en: "Only those stand still that ask for this lock. The loop runs all the others.",
      "zh-cn": "停着的只有请求这把锁的。其他任务，循环照常运行。",
    },
  },
  "gather-one-after-the-other": {
    name: {
      en: "gather begins the next one when the one before has ended.",
      "zh-cn": "gather 等前一个结束，才开始下一个。",
    },
    why: {
      en: "It makes a task of each, and begins them all. While one of them waits, the next one runs.",
      "zh-cn": "它把每个协程都变成任务，全部启动：一个在等待，另一个就运行。",
    },
  },
  "generator-begins-when-called": {
    name: {
      en: "Calling a generator function begins to run it.",
      "zh-cn": "调用生成器函数，它就开始运行。",
    },
    why: {
      en: "The call only makes the generator. The first next() runs it, up to its first yield.",
      "zh-cn": "调用只是创建生成器。第一次 next() 才让它运行，一直到第一个 yield。",
    },
  },
  "yield-goes-on": {
    name: {
      en: "A yield hands out its value and goes on to the next one.",
      "zh-cn": "yield 交出一个值，然后继续往下运行，直到下一个。",
    },
    why: {
      en: "A generator stops at its yield. What follows runs with the call of next() after that, and never if there is none.",
      "zh-cn": "生成器停在 yield 处。后面的代码要等下一次 next() 才运行；没有下一次，就永远不运行。",
    },
  },
  "values-are-collected-first": {
    name: {
      en: "The source makes all its values before the loop begins.",
      "zh-cn": "来源先产生全部的值，循环才开始。",
    },
    why: {
      en: "It makes a value when the loop asks for one, and goes on only when the loop wants the next.",
      "zh-cn": "循环要一个值，来源才产生一个；循环要下一个，它才继续运行。",
    },
  },
  "source-runs-ahead": {
    name: {
      en: "The source makes the next value while the loop is busy with this one.",
      "zh-cn": "循环还在处理这个值，来源已经在产生下一个。",
    },
    why: {
      en: "It stands still where it hands the value out, until the loop asks for another. To run ahead takes a task of its own.",
      "zh-cn": "它停在交出值的地方，等循环再要下一个。要提前产生，得有单独的任务。",
    },
  },
  "delegate-runs-to-its-end": {
    name: {
      en: "yield* runs the other generator to its end, and hands its values out afterwards.",
      "zh-cn": "yield* 先把另一个生成器运行完，再交出它的值。",
    },
    why: {
      en: "It goes on only with the next request, as if the lines of the other stood here.",
      "zh-cn": "就像另一个生成器的代码写在这里：要下一个值，它才继续运行。",
    },
  },
  "left-source-closes-later": {
    name: {
      en: "A break leaves the loop at once, and the source is closed later.",
      "zh-cn": "跳出循环后立刻往下走，来源稍后才关闭。",
    },
    why: {
      en: "The loop closes its source, and waits until that is done. Python's async for alone does not, hence the aclosing in its version.",
      "zh-cn":
        "循环会关闭来源，并等它关闭完。Python 单独用 async for 时不会这样，所以 Python 版本里写了 aclosing。",
    },
  },
  "closed-as-opened": {
    name: {
      en: "What was opened first is closed first.",
      "zh-cn": "先打开的先关闭。",
    },
    why: {
      en: "It is closed last: what was opened after it may need it up to its own end.",
      "zh-cn": "先打开的最后关闭：后打开的直到自己关闭之前，都可能用到它。",
    },
  },
  "closed-at-the-end": {
    name: {
      en: "All that was opened is closed when the function ends.",
      "zh-cn": "打开的都等到函数结束时才关闭。",
    },
    why: {
      en: "It is closed at the end of its block. In a loop that is the end of each round.",
      "zh-cn": "代码块一结束就关闭。在循环里，就是每一轮的末尾。",
    },
  },
  "error-before-clean-up": {
    name: {
      en: "The error is caught first, and then everything is closed.",
      "zh-cn": "先捕获异常，然后才关闭。",
    },
    why: {
      en: "An error goes outwards from block to block. Each closes what it has opened before it lets the error go on.",
      "zh-cn": "异常一层一层往外传。每个代码块先关闭自己打开的，再让异常继续传播。",
    },
  },
  "joined-signal-is-the-same": {
    name: {
      en: "Listeners are called as they were added, whichever signal they are on.",
      "zh-cn": "监听器按添加的先后调用，不管加在哪个 signal 上。",
    },
    why: {
      en: "Each signal has its own. First come those of the signal that is aborted, then those of the signals that were made of it.",
      "zh-cn": "每个 signal 有自己的监听器。先调用被中止的那个的，再调用由它组合而成的那些的。",
    },
  },
  "joined-signal-hears-later": {
    name: {
      en: "A signal made by any is aborted later, on its own.",
      "zh-cn": "any 得到的 signal 稍后才自己中止。",
    },
    why: {
      en: "abort() sees to that as well, and returns when the listeners of both have been called.",
      "zh-cn": "这也由 abort() 完成；两个 signal 的监听器都调用过，它才返回。",
    },
  },
  "abort-calls-later": {
    name: {
      en: "The listeners of a signal are called after the running code.",
      "zh-cn": "signal 的监听器要等当前代码运行完才调用。",
    },
    why: {
      en: "abort() itself calls them, one after the other, and then returns.",
      "zh-cn": "abort() 亲自逐个调用监听器，然后才返回。",
    },
  },
  "abort-ends-at-once": {
    name: {
      en: "abort() has the work clean up before it returns.",
      "zh-cn": "abort() 返回之前，工作已经清理完。",
    },
    why: {
      en: "Only the listeners run by then. The await that they make fail is a microtask, which comes after the running code.",
      "zh-cn": "在那之前运行的只有监听器。失败的 await 要由微任务来继续，等当前代码运行完才轮到。",
    },
  },
  "return-waits-in-a-try": {
    name: {
      en: "A return in a try waits for its promise before finally runs.",
      "zh-cn": "try 里的 return 先等 promise 敲定，再执行 finally。",
    },
    why: {
      en: "It hands the promise on and leaves the try. Only return await waits inside.",
      "zh-cn": "return 把 promise 交出去，随即离开 try。只有 return await 才在里面等待。",
    },
  },
  "group-fails-at-once": {
    name: {
      en: "The group fails at once, and the others clean up behind it.",
      "zh-cn": "任务组立刻失败，其余的任务随后才清理。",
    },
    why: {
      en: "It fails last. Before that it cancels the others, and waits until each has ended, clean-up included.",
      "zh-cn": "任务组最后才失败：先取消其余的任务，再等它们全部结束，清理也算在内。",
    },
  },
  "block-runs-on": {
    name: {
      en: "A failure cancels the other tasks, while the block itself runs on.",
      "zh-cn": "失败只取消其他任务，代码块自己照常运行。",
    },
    why: {
      en: "The block belongs to the group. If it is waiting for something, that wait is cancelled, too.",
      "zh-cn": "代码块也属于任务组。如果它正在等待，这个等待同样会被取消。",
    },
  },
  "limit-throws-at-once": {
    name: {
      en: "A time limit throws as soon as the time is up.",
      "zh-cn": "时间一到，时限立刻抛出异常。",
    },
    why: {
      en: "It cancels what it limits, and waits until that has ended, clean-up included. Only then does it throw.",
      "zh-cn": "它先取消所限制的代码，等它结束，清理也算在内，然后才抛出异常。",
    },
  },
  "shield-holds-up": {
    name: {
      en: "Whoever waits for a shield waits until what is in it has ended.",
      "zh-cn": "等待 shield 的一方，要等里面的任务结束。",
    },
    why: {
      en: "The wait itself is cancelled at once. It is only not passed on: the task in the shield runs on by itself.",
      "zh-cn": "等待本身立刻被取消，只是不往里传：shield 里的任务自己继续运行。",
    },
  },
  "lock-goes-to-who-runs": {
    name: {
      en: "Whoever gives back and asks again at once has it first.",
      "zh-cn": "刚还了又马上再要，就先拿到。",
    },
    why: {
      en: "What somebody waits for goes to the one who has waited longest. Whoever asks again stands behind.",
      "zh-cn": "有任务在等，就归等得最久的那个。再要的排在后面。",
    },
  },
  "put-gives-way": {
    name: {
      en: "put hands the item over, and whoever waits for it runs first.",
      "zh-cn": "put 把元素交到等待者手里，等待者先运行。",
    },
    why: {
      en: "As long as there is room put does not wait. It wakes the other task, whose turn comes when this one waits for something.",
      "zh-cn": "只要还有空位，put 就不等待。它唤醒对方，但要等自己开始等待，才轮到对方。",
    },
  },
  "call-soon-calls-at-once": {
    name: {
      en: "callSoon calls its function at once.",
      "zh-cn": "callSoon 会立刻调用传入的函数。",
    },
    why: {
      en: "It puts the function into the ready queue. The loop comes to it when the running code has given way.",
      "zh-cn": "它只是把函数放进就绪队列。正在运行的代码让出之后，循环才轮到它。",
    },
  },
  "timer-of-zero-is-soon": {
    name: {
      en: "A timer of 0 seconds is as good as callSoon.",
      "zh-cn": "0 秒的定时器和 callSoon 一样。",
    },
    why: {
      en: "It waits among the timers. At the beginning of an iteration those that are due go behind all that is ready.",
      "zh-cn": "它先待在定时器里。每一轮开始时，到期的定时器才排到已经就绪的后面。",
    },
  },
  "giving-way-lasts": {
    name: {
      en: "Giving way lasts until nothing is due any more.",
      "zh-cn": "让出之后，到期的都运行完才回来。",
    },
    why: {
      en: "It lasts one iteration. A timer that is due stands behind all that is ready, whoever has given way among them.",
      "zh-cn": "让出只持续一轮。到期的定时器排在已经就绪的后面，让出的那个也在其中。",
    },
  },
  "due-timers-jump-the-queue": {
    name: {
      en: "A timer that is overdue goes before what is scheduled now.",
      "zh-cn": "早已到期的定时器，先于此时才调度的回调运行。",
    },
    why: {
      en: "The loop looks at its timers when it has the thread again, and puts those that are due at the end of what is ready.",
      "zh-cn": "循环重新得到线程时才查看定时器，到期的排在就绪队列的末尾。",
    },
  },
  "timers-in-the-order-of-setting": {
    name: {
      en: "Timers run in the order in which they were set.",
      "zh-cn": "定时器按设置的先后运行。",
    },
    why: {
      en: "The earlier deadline comes first, however late the loop gets round to it.",
      "zh-cn": "截止时间早的先运行，无论循环多晚才轮到它。",
    },
  },
  "run-leaves-tasks-behind": {
    name: {
      en: "run ends with main, and what is left cleans up behind it.",
      "zh-cn": "main 一结束，run 就结束；剩下的任务随后才清理。",
    },
    why: {
      en: "It cancels the tasks that are left, and ends only when the last of them has cleaned up.",
      "zh-cn": "run 会取消剩下的任务，等最后一个也清理完，才算结束。",
    },
  },
  "left-over-tasks-one-by-one": {
    name: {
      en: "The tasks that are left are cancelled one after the other.",
      "zh-cn": "剩下的任务是一个接一个取消的。",
    },
    why: {
      en: "All of them are asked at once, and clean up at the same time. Who needs the least time is done first.",
      "zh-cn": "取消请求同时发给所有任务，它们同时清理，用时最短的最先结束。",
    },
  },
  "loop-goes-on-between-runs": {
    name: {
      en: "What was begun in one run goes on until the next.",
      "zh-cn": "两次运行之间，已经启动的任务照样往下走。",
    },
    why: {
      en: "A loop moves only while something runs it. In between its tasks stand still, even if their time is up.",
      "zh-cn": "只有在运行期间，循环才会转动。两次之间任务停在原处，时间到了也一样。",
    },
  },
  "overdue-before-the-new-run": {
    name: {
      en: "What is overdue runs before a new run begins.",
      "zh-cn": "早已到期的，先于新的一次运行。",
    },
    why: {
      en: "The new coroutine is ready from the start. Timers that are due are put behind what is ready.",
      "zh-cn": "新的协程一开始就已就绪，到期的定时器排在它的后面。",
    },
  },
  "context-is-one-for-all": {
    name: {
      en: "A ContextVar has one value, and whoever set it last has set it for all.",
      "zh-cn": "ContextVar 只有一个值，最后一次设置对所有任务都有效。",
    },
    why: {
      en: "Each task, and each callback that is scheduled, has a copy, made at that moment. What is set later does not reach it.",
      "zh-cn": "每个任务、每个安排好的回调都有一份副本，在创建或安排时生成。之后再设置，不会影响它。",
    },
  },
  "page-by-page": {
    name: {
      en: "All pages that a page links to come before the next page.",
      "zh-cn": "一个页面链接到的都加载完，才轮到下一个。",
    },
    why: {
      en: "Each link becomes a task of its own. The visit that found it does not wait for it.",
      "zh-cn": "每个链接都成为单独的任务，发现它的那次访问并不等它。",
    },
  },
  "level-by-level": {
    name: {
      en: "Pages further away come after all that are nearer.",
      "zh-cn": "近处的页面都加载完，才轮到远一层的。",
    },
    why: {
      en: "A link is followed as soon as its page is there. A quick way leads further while a slow page is still loading.",
      "zh-cn": "页面一到，就立刻跟进它的链接。慢的页面还在加载，快的那条路已经走得更远。",
    },
  },
  "limit-holds-nobody-up": {
    name: {
      en: "What is quick comes first, however many are under way.",
      "zh-cn": "不管同时有多少个，快的总是先到。",
    },
    why: {
      en: "There are two places. Who has none has not even begun, and stands in line in the order of asking.",
      "zh-cn": "位置只有两个。没有位置的还没有开始，按请求的先后排队。",
    },
  },
  "another-attempt-goes-first": {
    name: {
      en: "Another attempt goes before those that have not had any.",
      "zh-cn": "重试的，排在还没有试过的前面。",
    },
    why: {
      en: "A semaphore does not know who has been there before. Whoever comes back stands at the end of the line.",
      "zh-cn": "信号量不知道谁曾经来过。再来的，排在队尾。",
    },
  },
  "queued-runs-at-once": {
    name: {
      en: "What is put into the ready queue begins at once.",
      "zh-cn": "放进就绪队列，就立刻开始。",
    },
    why: {
      en: "It stands at the end of the line. Its first step comes when all those before it have had theirs.",
      "zh-cn": "它排在队尾。前面的都走完一步，才轮到它的第一步。",
    },
  },
  "begun-runs-to-its-end": {
    name: {
      en: "What has begun runs on until it has ended.",
      "zh-cn": "一旦开始，就一直运行到结束。",
    },
    why: {
      en: "Each yield gives the thread back to the loop, which puts the coroutine at the end of the line.",
      "zh-cn": "每个 yield 都把线程交还给循环，循环再把协程排到队尾。",
    },
  },
  "last-in-is-next": {
    name: {
      en: "What was put into the queue last is taken next.",
      "zh-cn": "最后放进队列的，下一个就取出来。",
    },
    why: {
      en: "That would be a stack. From a queue the one is taken that has been in it for longest.",
      "zh-cn": "那是栈。队列取出的，是等得最久的那个。",
    },
  },
  "woken-goes-first": {
    name: {
      en: "Whoever is woken goes before those that are ready.",
      "zh-cn": "被唤醒的，排在已经就绪的前面。",
    },
    why: {
      en: "setResult puts it at the end of the queue, like everybody else. First come, first served.",
      "zh-cn": "setResult 把它放到队尾，和其他的一样：先来先服务。",
    },
  },
  "virtual-clock-moves-the-host": {
    name: {
      en: "A virtual clock turns the timers of the host as well.",
      "zh-cn": "虚拟时钟也会拨动宿主的定时器。",
    },
    why: {
      en: "It is the clock of one loop. A timer of the host takes its real time, and by then the test has long ended.",
      "zh-cn": "它只是一个事件循环的时钟。宿主的定时器照真实时间走，那时测试早已结束。",
    },
  },
  "await-waits-for-all-before": {
    name: {
      en: "An await waits for all that was begun before it.",
      "zh-cn": "await 会等之前启动的全部结束。",
    },
    why: {
      en: "It waits for the one promise that it is given. The others go on, and nobody waits for them.",
      "zh-cn": "它只等交给它的那一个 promise。其余的仍在运行，没有代码等它们。",
    },
  },
  "limit-in-chunks": {
    name: {
      en: "The next begin when all that are under way have ended.",
      "zh-cn": "正在进行的都结束了，才轮到下一批。",
    },
    why: {
      en: "A place that becomes free is taken at once by the next in line.",
      "zh-cn": "一有空位，排在最前面的立刻补上。",
    },
  },
  "sums-at-the-same-time": {
    name: {
      en: "Tasks calculate at the same time, and the shorter sum is done first.",
      "zh-cn": "任务同时计算，短的先算完。",
    },
    why: {
      en: "All tasks share one thread. Whoever calculates keeps it to the end, and the others wait.",
      "zh-cn": "所有任务共用一个线程。正在计算的一直占着它，直到算完，其余的只能等着。",
    },
  },
  "woken-runs-at-once": {
    name: {
      en: "Whoever is woken runs before the call that wakes it returns.",
      "zh-cn": "唤醒的调用返回之前，等待者已经运行。",
    },
    why: {
      en: "It only makes the waiter ready. Its turn comes when the running code waits for something, or ends.",
      "zh-cn": "它只是让等待者就绪。正在运行的代码开始等待或者结束，才轮到等待者。",
    },
  },
  "one-worker-has-all-at-once": {
    name: {
      en: "A single worker does several jobs at a time, and the quick one is done first.",
      "zh-cn": "一个 worker 同时做几个作业，快的先做完。",
    },
    why: {
      en: "It does one after the other, in the order in which they came. The next one waits for the whole of the one before.",
      "zh-cn": "它按到达的先后一个一个地做。前一个全部做完，才轮到下一个。",
    },
  },
  "apply-waits-for-its-result": {
    name: {
      en: "The call that hands over a job returns when the job is done.",
      "zh-cn": "交出作业的调用，要等作业做完才返回。",
    },
    why: {
      en: "So it is with apply in Python. Here it is as with apply_async: the call returns at once, and its result is there later.",
      "zh-cn": "Python 的 apply 是这样。这里相当于 apply_async：调用立刻返回，结果稍后才有。",
    },
  },
  "write-waits-for-the-reader": {
    name: {
      en: "write returns when the other side has read.",
      "zh-cn": "对端读完，write 才返回。",
    },
    why: {
      en: "It only puts the bytes on their way. When the other side reads them is its own affair.",
      "zh-cn": "它只是把字节送上路。对端什么时候读，由对端决定。",
    },
  },
  "drain-waits-for-the-reader": {
    name: {
      en: "drain waits until the other side has read.",
      "zh-cn": "drain 要等对端读完。",
    },
    why: {
      en: "It waits only if more lies in memory than the high-water mark allows. A few bytes are far below, so it goes straight on.",
      "zh-cn": "只有内存里积压的超过高水位，它才等待。几个字节远远不到，所以直接往下走。",
    },
  },
  "closing-ends-the-program": {
    name: {
      en: "close() of its input ends the program before it returns.",
      "zh-cn": "关闭输入的 close() 返回之前，程序已经结束。",
    },
    why: {
      en: "It only sends word that nothing more comes. The program learns of it when it reads, ends by itself, and its end is heard of later still.",
      "zh-cn": "它只是通知不再有输入。程序读到这个通知才自己结束，而结束的消息还要更晚才到。",
    },
  },
  "deadlock-holds-up-all": {
    name: {
      en: "While two wait for each other, everything else stands still.",
      "zh-cn": "两个任务互相等待时，其他的也都停着。",
    },
    why: {
      en: "Who waits does not hold the thread, so the loop goes on with the others. That is why a deadlock makes no noise.",
      "zh-cn": "等待的任务不占用线程，循环继续运行其他任务。正因如此，死锁悄无声息。",
    },
  },
  "gather-in-order-of-readiness": {
    name: {
      en: "gather gives the results in the order in which they come.",
      "zh-cn": "gather 按到来的先后返回结果。",
    },
    why: {
      en: "It gives them in the order of its arguments, when the last of them is there.",
      "zh-cn": "它等到最后一个也有了，再按参数的顺序返回。",
    },
  },
  "gather-gives-each-at-once": {
    name: {
      en: "What is ready can be used while gather still waits for the rest.",
      "zh-cn": "先有的结果，在 gather 等其余的时候就能用上。",
    },
    why: {
      en: "gather gives all results at once, at the end. Each as it comes is what asCompleted is for.",
      "zh-cn": "gather 到最后才一次返回全部结果。来一个用一个，要用 asCompleted。",
    },
  },
  "event-is-looked-at-again": {
    name: {
      en: "Whoever is woken by an event looks whether it is still set.",
      "zh-cn": "被事件唤醒的，会再看一次事件是否仍然设置着。",
    },
    why: {
      en: "It goes on without another look: set has already woken it. clear is for those who come later.",
      "zh-cn": "它不会再看，直接往下走：set 已经唤醒了它。clear 只对后来的有效。",
    },
  },
  "join-waits-for-an-empty-queue": {
    name: {
      en: "join waits until the queue is empty.",
      "zh-cn": "join 等到队列空了为止。",
    },
    why: {
      en: "It waits until taskDone has been called for every item. What has been taken out is not done yet.",
      "zh-cn": "它等到每个元素都调用过 taskDone。取出来，还不等于做完。",
    },
  },
  "error-comes-when-thrown": {
    name: {
      en: "An error is caught at the moment at which it is thrown.",
      "zh-cn": "异常在抛出的那一刻就被捕获。",
    },
    why: {
      en: "A task keeps its error. It is thrown where the task is awaited, and not before.",
      "zh-cn": "任务会保存异常，在等待这个任务的地方才抛出。",
    },
  },
  "group-task-is-awaited": {
    name: {
      en: "createTask of a group returns when the task has ended.",
      "zh-cn": "任务组的 createTask 等任务结束才返回。",
    },
    why: {
      en: "It returns at once. The group waits for all of its tasks, at the end of its block.",
      "zh-cn": "它立刻返回。任务组在代码块的末尾才等待所有任务。",
    },
  },
  "group-ends-with-its-block": {
    name: {
      en: "A group has ended when its block has.",
      "zh-cn": "代码块结束，任务组就结束。",
    },
    why: {
      en: "The group ends when the last of its tasks has. Only then comes the line after it.",
      "zh-cn": "最后一个任务结束，任务组才结束，然后才轮到后面的代码。",
    },
  },
  "waiting-frees-the-lock": {
    name: {
      en: "Who waits for something else lends the lock out meanwhile.",
      "zh-cn": "等待别的结果时，锁可以先让给其他任务。",
    },
    why: {
      en: "It stays held until the end of its block, though its holder waits. Only the wait of a Condition lends it out.",
      "zh-cn": "占用锁的任务在等待，锁也一直占用到代码块结束。只有 Condition 的 wait 会暂时让出它。",
    },
  },
  "read-gives-what-is-there": {
    name: {
      en: "read() gives what has come so far.",
      "zh-cn": "read() 返回已经到达的部分。",
    },
    why: {
      en: "With a number it does, up to so many bytes. Without one it waits until the other side has ended its stream.",
      "zh-cn": "带上数字才是这样，而且最多这么多字节。不带数字，它要等对端结束这个流。",
    },
  },
  "whoever-ends-first-is-heard-first": {
    name: {
      en: "The program that ends first is heard of first.",
      "zh-cn": "哪个程序先结束，就先等到哪个。",
    },
    why: {
      en: "Each wait is for its own program. One that has ended meanwhile keeps its return code until somebody asks.",
      "zh-cn": "每个 wait 只等自己的程序。先结束的那个会保留返回码，等到有代码来问。",
    },
  },
  "all-jobs-share-a-thread": {
    name: {
      en: "All jobs share one thread, one after the other.",
      "zh-cn": "所有作业共用一个线程，一个接一个。",
    },
    why: {
      en: "Behind toThread there is a pool. As long as it may have another thread, no job waits for another.",
      "zh-cn": "toThread 背后是一个线程池。只要还能再加线程，作业就不必互相等待。",
    },
  },
  "close-waits-for-the-jobs": {
    name: {
      en: "close() returns when the jobs are done.",
      "zh-cn": "close() 等作业都做完才返回。",
    },
    why: {
      en: "It only takes no more of them, and returns at once. To wait for their end is what join is for.",
      "zh-cn": "它只是不再接收作业，立刻返回。等它们做完，要用 join。",
    },
  },
  "oldest-cause-first": {
    name: {
      en: "The chain begins with what happened first.",
      "zh-cn": "这一串从最早发生的开始。",
    },
    why: {
      en: "It begins with the error that was caught. The cause of each leads back to the one before.",
      "zh-cn": "它从捕获到的异常开始，每个异常的 cause 指向更早的那个。",
    },
  },
  "finally-comes-last": {
    name: {
      en: "finally runs when the error has been dealt with.",
      "zh-cn": "异常处理完了，才执行 finally。",
    },
    why: {
      en: "It runs as soon as the error leaves its block, before anybody further out hears of that.",
      "zh-cn": "异常一离开代码块，它就执行；这时，外层还没有得知这个异常。",
    },
  },
  "heard-when-it-is-ones-turn": {
    name: {
      en: "Who stands in line hears of a cancellation when the turn comes.",
      "zh-cn": "排队的任务，轮到自己才得知取消。",
    },
    why: {
      en: "It is the wait in line that is cancelled. The task leaves the line in the loop's next iteration, and the others move up.",
      "zh-cn": "取消的正是排队的等待。任务在循环的下一轮就离开队伍，后面的往前移。",
    },
  },
  "done-future-costs-a-turn": {
    name: {
      en: "Awaiting a future that is done still lets the others run first.",
      "zh-cn": "等待已经完成的 future，也会先让别的任务运行。",
    },
    why: {
      en: "A future that is done is no wait: the code goes straight on. Ann is only ready; her turn comes when main waits.",
      "zh-cn": "已经完成的 future 不必等，代码直接往下走。Ann 只是就绪，要等 main 开始等待才轮到她。",
    },
  },
  "join-does-not-wait": {
    name: {
      en: "join() sends the workers home at once.",
      "zh-cn": "join() 立刻让 worker 下班。",
    },
    why: {
      en: "join waits until every job is done and the workers have ended. To stop at once is what terminate is for.",
      "zh-cn": "join 要等所有作业做完、worker 都结束。要立刻停止，用 terminate。",
    },
  },
  "gather-ends-in-list-order": {
    name: {
      en: "What stands first in a gather ends first.",
      "zh-cn": "gather 里排在前面的先结束。",
    },
    why: {
      en: "Each ends when its own wait is over. Only the results come in the order of the list.",
      "zh-cn": "各自等完就结束，只有结果按列表的顺序返回。",
    },
  },
  "told-when-thrown": {
    name: {
      en: "An error is printed when it is thrown.",
      "zh-cn": "异常一抛出就打印。",
    },
    why: {
      en: "Throwing prints nothing. It is told where it is caught, and by then the finally has run.",
      "zh-cn": "抛出并不打印。在捕获的地方才打印，那时 finally 已经执行。",
    },
  },
  "closing-is-not-awaited": {
    name: {
      en: "A block ends before its resource is closed.",
      "zh-cn": "代码块结束时不等资源关闭。",
    },
    why: {
      en: "It waits for aclose, and only then comes the next line.",
      "zh-cn": "代码块会等 aclose 完成，然后才轮到下一行。",
    },
  },
} as const satisfies Readonly<Record<string, Misconception>>;

export type MisconceptionId = keyof typeof misconceptions;
