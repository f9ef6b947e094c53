import { createServer, type Server } from 'node:net';
import { freePort } from './ports';

describe('freePort', () => {
  let busy: Server;
  let busyPort: number;

  beforeEach(async () => {
    busy = createServer();
    await new Promise<void>((resolve) => busy.listen(0, '127.0.0.1', resolve));
    const address = busy.address();
    busyPort = typeof address === 'object' && address !== null ? address.port : 0;
  });
  afterEach(() => new Promise((resolve) => busy.close(resolve)));

  it('passes over a port on which somebody listens', async () => {
    expect(await freePort(busyPort)).toBeGreaterThan(busyPort);
  });

  it('gives a port once in a run, though nobody listens on it yet', async () => {
    const taken = new Set<number>();
    const first = await freePort(busyPort, taken);
    expect(await freePort(busyPort, taken)).not.toBe(first);
  });

  it('gives any port for 0, and not one twice', async () => {
    const taken = new Set<number>();
    const ports = [await freePort(0, taken), await freePort(0, taken), await freePort(0, taken)];
    expect(new Set(ports).size).toBe(3);
    // None that the system might give to a connection before it is listened on.
    expect(ports.filter((port) => port < 10_000 || port >= 32_000)).toEqual([]);
  });
});
