import { bootService, type Environment, type Running } from '@beian/platform';
import { SubjectModule } from './subject.module';
import { subjectConfig } from './subject.config';

/** Starts the subject service; the caller owns the signals and closes it. */
export function boot(env: Environment): Promise<Running> {
  const config = subjectConfig(env);
  return bootService({ name: 'subject', module: SubjectModule.with(config), config });
}
