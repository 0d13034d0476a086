import {
  BrokenPipeError,
  ConnectionAbortedError,
  ConnectionRefusedError,
  ConnectionResetError,
  FileNotFoundError,
  GaiError,
  OSError,
  PermissionError,
  ProcessLookupError,
  SSLCertVerificationError,
  SSLError,
} from "../os-error.ts";
import { TimeoutError } from "../timeout-error.ts";

type ErrorClass = new (message: string, options: ErrorOptions & { code?: string | undefined }) => Error;

interface Translation {
  readonly error: ErrorClass;
  /** What happened and what to do, given the address, path or name. */
  readonly say: (where: string) => string;
}

const translations: Readonly<Record<string, Translation>> = {
  ECONNREFUSED: {
    error: ConnectionRefusedError,
    say: (where) => `Nobody listens at ${where}: start the server first, and check the port`,
  },
  ECONNRESET: { error: ConnectionResetError, say: () => "The peer broke the connection off" },
  EPIPE: {
    error: BrokenPipeError,
    say: () => "The peer has closed the connection: nothing more can be sent on it",
  },
  ECONNABORTED: { error: ConnectionAbortedError, say: (where) => `The connection to ${where} was given up` },
  ETIMEDOUT: { error: TimeoutError, say: (where) => `No answer from ${where}` },
  ENOENT: { error: FileNotFoundError, say: (where) => `There is no ${where}: check the path` },
  EACCES: { error: PermissionError, say: (where) => `The system does not allow the use of ${where}` },
  EPERM: { error: PermissionError, say: (where) => `The system does not allow the use of ${where}` },
  ESRCH: { error: ProcessLookupError, say: (where) => `There is no process ${where}: it has ended` },
  EADDRINUSE: {
    error: OSError,
    say: (where) => `The address ${where} is in use: close the server that has it`,
  },
  EADDRNOTAVAIL: { error: OSError, say: (where) => `The address ${where} is not one of this machine` },
  ENOTFOUND: { error: GaiError, say: (where) => `No host goes by the name in ${where}` },
  EAI_AGAIN: {
    error: GaiError,
    say: (where) => `The name in ${where} could not be looked up: is there a network?`,
  },
};

const certificateCodes =
  /^(CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|ERR_TLS_CERT_|HOSTNAME_MISMATCH|INVALID_CA|PATH_LENGTH|INVALID_PURPOSE)/;

/** The asyncio error for one that Node reports. */
export function fromHostError(error: NodeJS.ErrnoException, where: string): Error {
  const code = error.code ?? "";
  const options = { cause: error, code: error.code };
  const translation = translations[code];
  if (translation !== undefined) {
    return new translation.error(translation.say(where), options);
  }
  if (certificateCodes.test(code)) {
    return new SSLCertVerificationError(
      `The certificate of ${where} cannot be trusted (${error.message}): pass the authority that signed it as ssl.ca`,
      options,
    );
  }
  if (code === "EPROTO" || code.startsWith("ERR_SSL") || code.startsWith("ERR_TLS")) {
    return new SSLError(`No secure connection with ${where}: ${error.message}`, options);
  }
  return new OSError(`${where}: ${error.message}`, options);
}
