import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Database, forgetOldAnswers, Logger } from '@beian/platform';

const everyMs = 3_600_000;

/** Forgets the answers of acts once their seven days are over. Several processes may do it at once: it is one DELETE. */
@Injectable()
export class AnswerKeeper implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Logger) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.forget(), everyMs).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** A database that is away is asked again in an hour; nothing depends on when it happens. */
  async forget(): Promise<void> {
    try {
      const count = await forgetOldAnswers(this.database);
      if (count > 0) this.logger.info({ count }, 'old answers forgotten');
    } catch (error) {
      this.logger.warn({ err: error }, 'old answers could not be forgotten');
    }
  }
}
