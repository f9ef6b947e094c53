import {
  documentFactsSchema,
  examinationSchema,
  judgementSchema,
  subjectFactsSchema,
  websiteFactsSchema,
  type preflightSchema,
} from '@beian/contracts/schemas';
import { ProblemError, type InternalClient } from '@beian/platform';
import type { z } from 'zod';
import type { InternalServices } from '../internal-services';
import { askNationalRegister } from './ask-national-register';
import type { SeenFiling } from './filing-access';

export type Preflight = z.infer<typeof preflightSchema>;
type NotChecked = Preflight['notChecked'][number];
type Findings = Preflight['findings'];

interface Examined<Facts> {
  readonly findings: Findings;
  readonly facts?: Facts | undefined;
  readonly notChecked?: NotChecked | undefined;
}

/** When and by which rules a draft is looked at. */
export interface PreflightTime {
  readonly now: Date;
  /** Day on which the rules are read (Asia/Shanghai). */
  readonly asOf: string;
}

/**
 * Everything that would stop this filing later (feature 7): the examinations that a submission does, asked without
 * locks, then the judgement of what crosses parts, and the ministry's record. A part, or a party outside, that is away is
 * named as not checked: no error, and never passed over.
 */
export async function preflight(services: InternalServices, seen: SeenFiling, time: PreflightTime): Promise<Preflight> {
  const { filingId, snapshot } = seen;
  const at = time.now.toISOString();
  const rules = { pack: snapshot.pack, asOf: time.asOf };
  const path = `/internal/filings/${filingId}/examination`;
  const examine = <Facts extends z.ZodType>(asked: Asked<Facts>) => examinePart(path, asked);
  const subject = await examine({
    part: 'subject',
    client: services.subject,
    facts: subjectFactsSchema,
    body: { ...rules, at },
  });
  const body = { ...rules, at, subject: subject.facts };
  const needsSubject = (part: NotChecked['part']): Examined<never> => ({
    findings: [],
    notChecked: { part, cause: subject.notChecked === undefined ? 'needs-subject' : 'unavailable' },
  });
  const [website, documents] =
    subject.facts === undefined
      ? [needsSubject('sites'), needsSubject('documents')]
      : await Promise.all([
          examine({ part: 'sites', client: services.website, facts: websiteFactsSchema, body }),
          examine({ part: 'documents', client: services.documents, facts: documentFactsSchema, body }),
        ]);
  const facts = { subject: subject.facts, website: website.facts, documents: documents.facts };
  const [across, national] = await Promise.all([
    judgeAcross(services, filingId, { facts, ...rules }),
    orNotChecked('national-register', async () => ({ findings: await askNationalRegister(services, seen, rules) })),
  ]);
  const examined = [subject, website, documents, across, national];
  const said = examined.flatMap((part) => part.findings);
  const findings = said.filter(({ code }) => code !== 'not-checked');
  const notChecked = [
    ...examined.flatMap((part) => (part.notChecked === undefined ? [] : [part.notChecked])),
    ...said.filter(({ code }) => code === 'not-checked').map(partyAway),
  ];
  const ready = notChecked.length === 0 && !findings.some(({ severity }) => severity === 'error');
  return { ready, findings, notChecked, ...rules, checkedAt: at };
}

/** What an owner could not look up outside is no finding of the draft: it is shown as not checked, with its place. */
const partyAway = ({ pointer, rule }: Findings[number]): NotChecked => ({
  part: rule === 'server.instance' ? 'cloud-account' : 'domain-registry',
  cause: 'unavailable',
  pointer,
});

interface Asked<Facts extends z.ZodType> {
  readonly part: NotChecked['part'];
  readonly client: InternalClient;
  readonly facts: Facts;
  readonly body: unknown;
}

async function examinePart<Facts extends z.ZodType>(
  path: string,
  asked: Asked<Facts>,
): Promise<Examined<z.output<Facts>>> {
  return orNotChecked(asked.part, async () => {
    const { findings, facts } = await asked.client.post(path, examinationSchema(asked.facts), asked.body);
    return { findings, facts: facts as z.output<Facts> | undefined };
  });
}

async function judgeAcross(
  services: InternalServices,
  filingId: string,
  question: { readonly facts: Readonly<Record<'subject' | 'website' | 'documents', unknown>> },
): Promise<Examined<never>> {
  if (Object.values(question.facts).some((facts) => facts === undefined)) {
    return { findings: [], notChecked: { part: 'across-parts', cause: 'needs-other-parts' } };
  }
  return orNotChecked('across-parts', async () => {
    const { findings } = await services.verification.post(
      `/internal/filings/${filingId}/judgement`,
      judgementSchema,
      question,
    );
    return { findings };
  });
}

async function orNotChecked<Facts>(
  part: NotChecked['part'],
  ask: () => Promise<Examined<Facts>>,
): Promise<Examined<Facts>> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'temporarily-unavailable') {
      return { findings: [], notChecked: { part, cause: 'unavailable' } };
    }
    throw error;
  }
}

/** The calendar day in China of an instant, `YYYY-MM-DD`. */
export function shanghaiDay(instant: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' }).format(instant);
}
