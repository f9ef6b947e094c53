import { createServer } from 'node:net';

/**
 * Gives `preferred`, or the next port that nobody on 127.0.0.1 listens on and that is not in `taken`. `preferred` 0 asks
 * the system for any. The answer is added to `taken`, so that one run never gives a port twice.
 */
export async function freePort(preferred: number, taken: Set<number> = new Set()): Promise<number> {
  if (preferred === 0) {
    const any = await listenOnce(0);
    if (any === undefined || taken.has(any)) return freePort(0, taken);
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
