import type { TlsOptions as NodeTlsOptions, SecureContextOptions } from "node:tls";
import { checkIterable } from "../../errors/check-iterable.ts";
import type { Pem, TlsOptions } from "../tls-options.ts";
import { checkPems, checkUsable } from "./check-certificates.ts";

/**
 * The options of a secure connection, in Node's words.
 *
 * @throws TypeError when certificates or keys are neither text nor bytes.
 * @throws SSLError when they cannot be used.
 */
export function toNodeTls(
  ssl: boolean | TlsOptions,
): SecureContextOptions & Pick<NodeTlsOptions, "requestCert" | "rejectUnauthorized" | "ALPNProtocols"> {
  if (typeof ssl === "boolean") {
    return {};
  }
  checkPems(ssl);
  const { ca, cert, key, passphrase, requestCert, rejectUnauthorized, minVersion, alpnProtocols } = ssl;
  if (alpnProtocols !== undefined) {
    checkIterable(alpnProtocols, "ssl.alpnProtocols takes a list of names");
  }
  const options = {
    ...(ca !== undefined && { ca: toNodePem(ca) }),
    ...(cert !== undefined && { cert: toNodePem(cert) }),
    ...(key !== undefined && { key: toNodePem(key) }),
    ...(passphrase !== undefined && { passphrase }),
    ...(requestCert !== undefined && { requestCert }),
    ...(rejectUnauthorized !== undefined && { rejectUnauthorized }),
    ...(minVersion !== undefined && { minVersion }),
    ...(alpnProtocols !== undefined && { ALPNProtocols: [...alpnProtocols] }),
  };
  checkUsable(ssl, options);
  return options;
}

function toNodePem(pem: Pem): string | Buffer | (string | Buffer)[] {
  if (typeof pem === "string") {
    return pem;
  }
  if (pem instanceof Uint8Array) {
    return Buffer.from(pem);
  }
  return pem.map((each) => (typeof each === "string" ? each : Buffer.from(each)));
}
