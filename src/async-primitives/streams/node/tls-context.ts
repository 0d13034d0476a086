import type { TlsOptions as NodeTlsOptions, SecureContextOptions } from "node:tls";
import type { Pem, TlsOptions } from "../tls-options.ts";

/** The options of a secure connection, in Node's words. */
export function toNodeTls(
  ssl: boolean | TlsOptions,
): SecureContextOptions & Pick<NodeTlsOptions, "requestCert" | "rejectUnauthorized" | "ALPNProtocols"> {
  if (typeof ssl === "boolean") return {};
  const { ca, cert, key, passphrase, requestCert, rejectUnauthorized, minVersion, alpnProtocols } = ssl;
  return {
    ...(ca !== undefined && { ca: toNodePem(ca) }),
    ...(cert !== undefined && { cert: toNodePem(cert) }),
    ...(key !== undefined && { key: toNodePem(key) }),
    ...(passphrase !== undefined && { passphrase }),
    ...(requestCert !== undefined && { requestCert }),
    ...(rejectUnauthorized !== undefined && { rejectUnauthorized }),
    ...(minVersion !== undefined && { minVersion }),
    ...(alpnProtocols !== undefined && { ALPNProtocols: [...alpnProtocols] }),
  };
}

function toNodePem(pem: Pem): string | Buffer | (string | Buffer)[] {
  if (typeof pem === "string") return pem;
  if (pem instanceof Uint8Array) return Buffer.from(pem);
  return pem.map((each) => (typeof each === "string" ? each : Buffer.from(each)));
}
