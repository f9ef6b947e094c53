import type { NotificationActivities } from '@beian/contracts';
import type { NotificationDeps } from './notification-deps';
import { remind } from './tell-notice';

/** The door for the workflow. */
export const createNotificationActivities = (deps: Pick<NotificationDeps, 'notices'>): NotificationActivities => ({
  remind: (step) => remind(deps.notices, step),
});
