/** A process part that has been started; `boot(env)` of every package answers one. */
export interface Running {
  readonly name: string;
  /** Where it answers HTTP, with the real port, if it does. */
  readonly url?: string;
  /** Stops it in order: no new work, running work finished, connections closed. Calling it twice is fine. */
  close(): Promise<void>;
}
