/** Whether a service can do its work now: each part adds its own question, `/health/ready` asks them all. */
export class Readiness {
  private readonly checks = new Map<string, () => Promise<void>>();

  private closing = false;

  constructor(private readonly patienceMs = 2_000) {}

  /** `check` throws, or takes longer than the patience, if the part cannot work now. */
  add(part: string, check: () => Promise<void>): void {
    this.checks.set(part, check);
  }

  /** From now on the service takes nothing new, and says so. */
  beginClosing(): void {
    this.closing = true;
  }

  get isClosing(): boolean {
    return this.closing;
  }

  /** Answers per part; says that it is down, never why: that stands in the log. */
  async ask(): Promise<{ readonly ready: boolean; readonly parts: Readonly<Record<string, 'up' | 'down'>> }> {
    const answers = await Promise.all(
      [...this.checks].map(async ([part, check]) => [part, (await this.isUp(check)) ? 'up' : 'down'] as const),
    );
    const ready = !this.closing && answers.every(([, answer]) => answer === 'up');
    return { ready, parts: Object.fromEntries(answers) };
  }

  private async isUp(check: () => Promise<void>): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), this.patienceMs);
    });
    try {
      return await Promise.race([check().then(() => true), late]);
    } catch {
      return false; // a part that cannot be asked is down
    } finally {
      clearTimeout(timer);
    }
  }
}
