import { Inject, Injectable } from '@nestjs/common';
import {
  audit,
  Clock,
  Database,
  DeadLetters,
  problem,
  type DeadLetter,
  type DeadLetterTopic,
  type Replayed,
} from '@beian/platform';

export interface Replay {
  readonly actor: string;
  readonly topic: string;
  readonly atMost: number;
  readonly dryRun: boolean;
}

/** Dead letters as an operator handles them: only of topics that exist, and each replay is in the audit log first. */
@Injectable()
export class DeadLetterDesk {
  constructor(
    @Inject(DeadLetters) private readonly deadLetters: DeadLetters,
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  topics(): Promise<readonly DeadLetterTopic[]> {
    return this.deadLetters.topics();
  }

  async look(topic: string): Promise<readonly DeadLetter[]> {
    await this.mustBeThere(topic);
    return this.deadLetters.look(topic);
  }

  async replay({ actor, topic, atMost, dryRun }: Replay): Promise<Replayed> {
    await this.mustBeThere(topic);
    if (!dryRun) {
      const what = { actor, action: 'dead-letters-replayed', object: topic, details: { atMost } };
      await this.database.transaction((tx) => audit.append(tx, { ...what, at: this.clock.now() }));
    }
    return this.deadLetters.replay(topic, { atMost, dryRun });
  }

  private async mustBeThere(topic: string): Promise<void> {
    const known = await this.deadLetters.topics();
    if (!known.some((one) => one.topic === topic)) problem('not-found');
  }
}
