import { randomBytes } from 'node:crypto';
import type { CodecKeys } from '@beian/platform';

/** A codec key of this run alone. */
export const codecKeysOf = (): CodecKeys => ({ current: 'spec', keys: { spec: randomBytes(32) } });
