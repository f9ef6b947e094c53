import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * Where any port is looked for: below the ranges from which systems take the near ends of connections (32768 and up on
 * Linux, 49152 elsewhere). One of those is free when it is looked at, and taken by a connection when it is listened on.
 */
const anyFrom = 10_000;
const anyBelow = 32_000;

/**
 * Gives `preferred`, or the next port that nobody on 127.0.0.1 listens on and that is not in `taken`. `preferred` 0 asks
 * for any. The answer is added to `taken`, so that one run never gives a port twice.
 */
export async function freePort(preferred: number, taken: Set<number> = new Set()): Promise<number> {
  if (preferred === 0) {
    const any = randomInt(anyFrom, anyBelow);
    if (taken.has(any) || (await listenOnce(any)) === undefined) return freePort(0, taken);
    taken.add(any);
    return any;
  }
  for (let port = preferred; port < Math.min(preferred + 200, 65_536); port += 1) {
    if (taken.has(port) || (await listenOnce(port)) === undefined) continue;
    taken.add(port);
    return port;
  }
  throw new Error(`No free port between ${preferred} and ${preferred + 199} on 127.0.0.1.`);
}

/** Listens for a moment; gives the port, or `undefined` if it is taken. */
function listenOnce(port: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(undefined);
      else reject(error);
    });
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      const bound = typeof address === 'object' && address !== null ? address.port : port;
      server.close(() => resolve(bound));
    });
  });
}
