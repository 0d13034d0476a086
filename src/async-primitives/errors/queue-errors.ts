/**
 * Nothing to take from the queue right now.
 *
 * @group Errors
 * @see Python's `asyncio.QueueEmpty`
 */
export class QueueEmpty extends Error {
  static {
    QueueEmpty.prototype.name = "QueueEmpty";
  }
}

/**
 * No room in the queue right now.
 *
 * @group Errors
 * @see Python's `asyncio.QueueFull`
 */
export class QueueFull extends Error {
  static {
    QueueFull.prototype.name = "QueueFull";
  }
}

/**
 * The queue was shut down: it takes nothing more, and gives nothing once it is empty.
 *
 * @group Errors
 * @see Python's `asyncio.QueueShutDown`
 */
export class QueueShutDown extends Error {
  static {
    QueueShutDown.prototype.name = "QueueShutDown";
  }
}
