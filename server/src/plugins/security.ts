import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config.ts';

/** Security headers on every answer, and what pages of ours may load: only what we serve, and one check of tldraw's. */
export async function registerSecurity(app: FastifyInstance, config: Config): Promise<void> {
  const isHttps = config.publicUrl?.startsWith('https:') ?? false;
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'base-uri': ["'none'"],
        'object-src': ["'none'"],
        'form-action': ["'none'"],
        'frame-src': ["'none'"],
        'frame-ancestors': [...config.frameAncestors],
        'script-src': ["'self'"],
        'worker-src': ["'self'", 'blob:'],
        // tldraw and Mantine set styles on elements, and write style elements for sizes and themes.
        'style-src': ["'self'", "'unsafe-inline'"],
        'font-src': ["'self'", 'data:'],
        'img-src': ["'self'", 'blob:', 'data:'],
        'media-src': ["'self'", 'blob:', 'data:'],
        // The page's own server, also by websocket; what it copies and exports; and tldraw's licence check, which its
        // licence does not allow to be interfered with.
        'connect-src': ["'self'", 'blob:', 'data:', 'https://cdn.tldraw.com'],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    // The two would only be noise in the console of a page that came by plain http.
    crossOriginOpenerPolicy: isHttps ? { policy: 'same-origin' } : false,
    originAgentCluster: isHttps,
    strictTransportSecurity: isHttps ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    // An older header that says the same as frame-ancestors, but cannot name a site.
    xFrameOptions: config.frameAncestors.every((source) => source === "'self'")
      ? { action: 'sameorigin' }
      : false,
  });
}
