/**
 * The operating system, or the network behind it, refused.
 *
 * @group Errors
 * @see Python's `OSError`
 */
export class OSError extends Error {
  static {
    OSError.prototype.name = "OSError";
  }

  /** The system's own name of what went wrong, such as `"EADDRINUSE"`; undefined when it has none. */
  readonly code: string | undefined;

  constructor(message?: string, options?: ErrorOptions & { code?: string | undefined }) {
    super(message, options);
    this.code = options?.code;
  }
}

/**
 * A connection could not be made, or was lost.
 *
 * @group Errors
 * @see Python's `ConnectionError`
 */
export class ConnectionError extends OSError {
  static {
    ConnectionError.prototype.name = "ConnectionError";
  }
}

/**
 * Nobody listens at the address.
 *
 * @group Errors
 * @see Python's `ConnectionRefusedError`
 * @example
 * function* main(): Coroutine<void> {
 *   try {
 *     yield* openConnection("127.0.0.1", 1);
 *   } catch (error) {
 *     if (!(error instanceof ConnectionRefusedError)) throw error;
 *     console.log(error.message); // Nobody listens at 127.0.0.1:1: start the server first, and check the port
 *   }
 * }
 *
 * await run(main());
 */
export class ConnectionRefusedError extends ConnectionError {
  static {
    ConnectionRefusedError.prototype.name = "ConnectionRefusedError";
  }
}

/**
 * The peer broke the connection off: what was on its way in either direction may be lost.
 *
 * @group Errors
 * @see Python's `ConnectionResetError`
 */
export class ConnectionResetError extends ConnectionError {
  static {
    ConnectionResetError.prototype.name = "ConnectionResetError";
  }
}

/**
 * The connection was given up on this side of it.
 *
 * @group Errors
 * @see Python's `ConnectionAbortedError`
 */
export class ConnectionAbortedError extends ConnectionError {
  static {
    ConnectionAbortedError.prototype.name = "ConnectionAbortedError";
  }
}

/**
 * Something was written to a peer that had closed its side.
 *
 * @group Errors
 * @see Python's `BrokenPipeError`
 */
export class BrokenPipeError extends ConnectionError {
  static {
    BrokenPipeError.prototype.name = "BrokenPipeError";
  }
}

/**
 * There is no such file, program or Unix socket.
 *
 * @group Errors
 * @see Python's `FileNotFoundError`
 */
export class FileNotFoundError extends OSError {
  static {
    FileNotFoundError.prototype.name = "FileNotFoundError";
  }
}

/**
 * The system does not allow it.
 *
 * @group Errors
 * @see Python's `PermissionError`
 */
export class PermissionError extends OSError {
  static {
    PermissionError.prototype.name = "PermissionError";
  }
}

/**
 * There is no such process: it has ended before.
 *
 * @group Errors
 * @see Python's `ProcessLookupError`
 */
export class ProcessLookupError extends OSError {
  static {
    ProcessLookupError.prototype.name = "ProcessLookupError";
  }
}

/**
 * No host goes by that name.
 *
 * @group Errors
 * @see Python's `socket.gaierror`
 */
export class GaiError extends OSError {
  static {
    GaiError.prototype.name = "GaiError";
  }
}

/**
 * The two sides could not agree on a secure connection.
 *
 * @group Errors
 * @see Python's `ssl.SSLError`
 */
export class SSLError extends OSError {
  static {
    SSLError.prototype.name = "SSLError";
  }
}

/**
 * The peer's certificate does not prove that it is who it says it is.
 *
 * @group Errors
 * @see Python's `ssl.SSLCertVerificationError`
 */
export class SSLCertVerificationError extends SSLError {
  static {
    SSLCertVerificationError.prototype.name = "SSLCertVerificationError";
  }
}
