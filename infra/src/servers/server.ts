import type { ChildOrder } from './child';
import type { Part } from './parts';

/** Where the servers answer. A part that was not started is absent. This is also what the test-stack file holds. */
export interface Addresses {
  readonly temporal?: { readonly address: string; readonly namespace: string; readonly ui: string };
  readonly postgres?: { readonly adminUrl: string };
  readonly kafka?: { readonly brokers: readonly string[] };
  readonly s3?: {
    readonly endpoint: string;
    readonly console: string;
    readonly accessKey: string;
    readonly secretKey: string;
    readonly region: string;
  };
}

/** One server, set up for one data folder and fixed ports; `startServers` does the rest the same way for all. */
export interface ServerSetup {
  readonly part: Part;
  readonly readyWithinSeconds: number;
  readonly addresses: Addresses;
  /** Makes its data folder fit to start; does nothing when it already is. */
  prepare(): Promise<void>;
  order(): ChildOrder;
  /** Resolves when the server answers a real request; rejects while it does not. */
  probe(): Promise<void>;
}

/** What every setup is given. */
export interface SetupInput {
  /** Program or folder found by `lookUp`. */
  readonly path: string;
  readonly dataDir: string;
  readonly ports: { readonly main: number; readonly second: number };
}

/** The environment for a server: what a program needs to run, and none of the variables that would configure it behind our back. */
export function plainEnvironment(env: NodeJS.ProcessEnv, prefixes: readonly string[]): Record<string, string> {
  const kept = Object.entries(env).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && !prefixes.some((prefix) => entry[0].startsWith(prefix)),
  );
  return Object.fromEntries(kept);
}
