import type { TaskQueue } from './queues';

/** What must be undone when a filing goes back or ends, and who undoes it (补偿). */
export const undoOwners = {
  'unlock-subject': 'subject',
  'release-website': 'website',
  'unseal-documents': 'documents',
  'cancel-backdrop': 'verification',
  'cancel-authority-order': 'verification',
  'void-phone-codes': 'verification',
} as const satisfies Record<string, TaskQueue>;
export type UndoName = keyof typeof undoOwners;
