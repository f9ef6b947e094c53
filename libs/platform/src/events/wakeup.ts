/** A wait that can be cut short. A ring while nobody waits is kept for the next wait. */
export class Wakeup {
  private rung = false;
  private wake: (() => void) | undefined;

  ring(): void {
    this.rung = true;
    this.wake?.();
  }

  /** Waits at most `ms`; answers true if it was rung. */
  async wait(ms: number): Promise<boolean> {
    if (!this.rung && ms > 0) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      this.wake = undefined;
    }
    const wasRung = this.rung;
    this.rung = false;
    return wasRung;
  }
}
