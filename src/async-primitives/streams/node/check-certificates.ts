import { createPrivateKey, type KeyObject, X509Certificate } from "node:crypto";
import { createSecureContext, type SecureContextOptions } from "node:tls";
import { describe } from "../../errors/describe.ts";
import { SSLError } from "../../errors/os-error.ts";
import type { TlsOptions } from "../tls-options.ts";

/** What a PEM file must contain to be of use, and what that is called. */
const contents = {
  ca: { name: "certificate", begin: /-----BEGIN [A-Z0-9 ]*CERTIFICATE-----/ },
  cert: { name: "certificate", begin: /-----BEGIN [A-Z0-9 ]*CERTIFICATE-----/ },
  key: { name: "private key", begin: /-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----/ },
} as const;

const strangers = "ssl.key is not the key of ssl.cert: pass the two that were made together";

/**
 * @throws TypeError when certificates and keys are neither text nor bytes.
 * @throws SSLError when they are no PEM files.
 */
export function checkPems(ssl: TlsOptions): void {
  checkPem("ca", ssl.ca);
  checkPem("cert", ssl.cert);
  checkPem("key", ssl.key);
}

/** @throws SSLError when certificates and keys cannot be used, with what is wrong with them. */
export function checkUsable(ssl: TlsOptions, options: SecureContextOptions): void {
  try {
    createSecureContext(options);
  } catch (error) {
    throw explain(error as NodeJS.ErrnoException, ssl);
  }
  if (!belongTogether(ssl)) {
    throw new SSLError(strangers);
  }
}

function checkPem(option: keyof typeof contents, pem: TlsOptions["cert"]): void {
  if (pem === undefined) {
    return;
  }
  const { name, begin } = contents[option];
  for (const each of Array.isArray(pem) ? pem : [pem]) {
    if (typeof each !== "string" && !(each instanceof Uint8Array)) {
      throw new TypeError(`ssl.${option} takes the text or the bytes of a PEM file, got ${describe(each)}`);
    }
    if (begin.test(textOf(each))) {
      continue;
    }
    throw new SSLError(
      `ssl.${option} holds no ${name}: it takes the text or the bytes of a PEM file, in which one line reads -----BEGIN ${name.toUpperCase()}-----`,
    );
  }
}

function textOf(pem: string | Uint8Array): string {
  return typeof pem === "string" ? pem : Buffer.from(pem).toString("latin1");
}

function explain(error: NodeJS.ErrnoException, ssl: TlsOptions): unknown {
  const { code = "", message } = error;
  const options = { cause: error, code };
  if (!code.startsWith("ERR_OSSL") && !code.startsWith("ERR_CRYPTO")) {
    return error;
  }
  if (code === "ERR_OSSL_X509_KEY_VALUES_MISMATCH") {
    return new SSLError(strangers, options);
  }
  if (isLocked(ssl)) {
    return new SSLError("ssl.key is encrypted: pass what it was encrypted with as ssl.passphrase", options);
  }
  return new SSLError(
    `The certificate or the key in ssl cannot be used (${message}): is one of them cut off or garbled?`,
    options,
  );
}

/**
 * Whether a key is encrypted, and not with the passphrase. OpenSSL's own error does not tell: one time in 256 the wrong
 * passphrase seems to fit, and what comes out is no key.
 */
function isLocked({ key, passphrase }: TlsOptions): boolean {
  const keys = (Array.isArray(key) ? key : [key]) as readonly (string | Uint8Array | undefined)[];
  return keys.some(
    (each) => each !== undefined && /\bENCRYPTED\b/.test(textOf(each)) && !opens(each, passphrase),
  );
}

function opens(key: string | Uint8Array, passphrase: string | undefined): boolean {
  try {
    openKey(key, passphrase);
    return true;
  } catch {
    return false;
  }
}

function openKey(key: string | Uint8Array, passphrase: string | undefined): KeyObject {
  return createPrivateKey({ key: textOf(key), ...(passphrase !== undefined && { passphrase }) });
}

/** Whether a key is that of its certificate, as far as that can be told. OpenSSL takes a key of another kind. */
function belongTogether({ cert, key, passphrase }: TlsOptions): boolean {
  if (cert === undefined || key === undefined || Array.isArray(cert) || Array.isArray(key)) {
    return true;
  }
  const certificate = new X509Certificate(textOf(cert as string | Uint8Array));
  return certificate.checkPrivateKey(openKey(key as string | Uint8Array, passphrase));
}
