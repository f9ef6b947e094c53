import type { Finding } from '@beian/contracts';
import { slotKindOf } from './document-slots';
import { finding } from './finding';
import { certain, type RuleContext } from './rule-context';

/** A picture as it was received: its real type by content (`jpeg`, `png`, `gif`), not by name. */
export interface ReceivedFile {
  readonly slot: string;
  readonly type: string;
  readonly bytes: number;
}

/** Type and size of a picture (rules.md 5.3, C14): under 4 MB, a domain certificate from 200 KB. */
export function judgeFile({ slot, type, bytes }: ReceivedFile, context: RuleContext): readonly Finding[] {
  const { types, maxBytes, domainCertificateMinBytes } = certain('documents.files', context);
  const pointer = `/documents/${slot}`;
  const by = { key: 'documents.files', context } as const;
  const findings: Finding[] = [];
  if (!types.includes(type))
    findings.push(finding('file-type', { pointer, params: { types: types.join(', ') }, offending: type, by }));
  if (bytes > maxBytes) findings.push(finding('file-too-large', { pointer, by }));
  if (slotKindOf(slot) === 'domain-certificate' && bytes < domainCertificateMinBytes)
    findings.push(finding('file-too-small', { pointer, by }));
  return findings;
}
