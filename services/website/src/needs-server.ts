import type { FilingType } from '@beian/contracts';

/** Orders that put a website on a server of ours, and so need a service code (rules.md 2.1). */
export const needsServer = ({ filingType }: { readonly filingType: FilingType }): boolean =>
  filingType === 'FIRST' || filingType.startsWith('ADD_SITE') || filingType.startsWith('ACCESS');
