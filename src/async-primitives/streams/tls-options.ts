/**
 * A certificate, a key or several of them, as the text or the bytes of a PEM file.
 *
 * @group Stream options and transports
 */
export type Pem = string | Uint8Array | readonly (string | Uint8Array)[];

/**
 * How to secure a connection: what Python keeps in an `ssl.SSLContext`. Node's TLS does the work.
 *
 * @group Stream options and transports
 * @see Python's `ssl.SSLContext`
 */
export interface TlsOptions {
  /** The authorities to trust, instead of those that Node trusts. */
  ca?: Pem | undefined;
  /** This side's certificate. A server must have one. */
  cert?: Pem | undefined;
  /** The key of `cert`. */
  key?: Pem | undefined;
  /** What `key` is encrypted with. */
  passphrase?: string | undefined;
  /** A server asks its clients for a certificate. */
  requestCert?: boolean | undefined;
  /** False talks to peers whose certificate proves nothing. Only for tests. */
  rejectUnauthorized?: boolean | undefined;
  /** The oldest protocol to speak, such as `"TLSv1.3"`. */
  minVersion?: "TLSv1.2" | "TLSv1.3" | undefined;
  /** The protocols to offer inside, the preferred one first. */
  alpnProtocols?: readonly string[] | undefined;
}
