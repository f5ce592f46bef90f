/** What an Origin is compared with. */
export interface OriginRules {
  /** The `Host` (or believed `X-Forwarded-Host`) that the request came by. */
  readonly host: string;
  readonly publicUrl: string | null;
  readonly allowedOrigins: readonly string[];
}

/**
 * Whether a page of this origin may open the websocket: one of this very server, of its public address, or of an address
 * that was allowed. Without an Origin no browser asks (RFC 6454 section 7.3), and other programs could write any.
 */
export function isAllowedOrigin(origin: string | undefined, rules: OriginRules): boolean {
  if (origin === undefined) return true;
  const url = parseOrigin(origin);
  if (url === null) return false;
  return (
    isHost(url, rules.host) || url.origin === rules.publicUrl || rules.allowedOrigins.includes(url.origin)
  );
}

/** An origin exactly as browsers write it; `null`, paths and user names are none. */
function parseOrigin(origin: string): URL | null {
  if (!URL.canParse(origin)) return null;
  const url = new URL(origin);
  return url.origin === origin.toLowerCase() && /^https?:$/.test(url.protocol) ? url : null;
}

/** The protocol is left out: behind a proxy the page came by https and the request by http. */
function isHost(origin: URL, host: string): boolean {
  const address = `${origin.protocol}//${host}`;
  return URL.canParse(address) && new URL(address).host === origin.host;
}
