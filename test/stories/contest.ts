import { type Answer, enterpriseInTianjin, type FilingForm } from '@beian/infra';
import { Client } from 'pg';
import { theStack } from './scene';

/** Drafts that are filled in at the same time; more would only queue for the re-encoding of their pictures. */
const atOnce = 5;

/** Brings filings to where a story begins, side by side, a few at a time. */
export async function sideBySide<T>(
  forms: readonly FilingForm[],
  begin: (form: FilingForm) => Promise<T>,
): Promise<readonly T[]> {
  const waiting = [...forms];
  const ready: T[] = [];
  const fill = async (): Promise<void> => {
    for (let form = waiting.pop(); form !== undefined; form = waiting.pop()) ready.push(await begin(form));
  };
  await Promise.all(Array.from({ length: atOnce }, fill));
  return ready;
}

type Contact = Readonly<Record<'mobile' | 'emergencyMobile' | 'email', string>>;
type Person = NonNullable<FilingForm['registrant']> & Contact;
const administrators = ({ subject }: FilingForm) => subject['administrators'] as Readonly<Record<string, Person>>;

/**
 * Enterprises whose legal representative is one and the same person: Tianjin lets a domain be held by him (rules.md 10.1),
 * so that each of them may file it, and only one can.
 */
export function enterprisesOfOnePerson(count: number, domain: string): readonly FilingForm[] {
  const { 'subject-administrator': director } = administrators(enterpriseInTianjin(domain));
  if (director === undefined) throw new Error('an enterprise has a subject administrator');
  return Array.from({ length: count }, () => {
    const form = enterpriseInTianjin(domain);
    const own = administrators(form)['subject-administrator'] ?? director;
    // The same person, reached elsewhere: a phone that another filing names would decide the race before the domain does.
    const { mobile, emergencyMobile, email } = own;
    const reached = { ...director, mobile, emergencyMobile, email };
    const both = { ...administrators(form), 'subject-administrator': reached };
    const { name, certificateType, certificateNumber } = director;
    return {
      ...form,
      subject: { ...form.subject, administrators: both },
      registrant: { name, certificateType, certificateNumber },
    };
  });
}

export interface Outcome {
  readonly won: number;
  /** Codes of the findings of each who lost. */
  readonly findings: readonly (readonly string[])[];
  /** Answers that are neither. */
  readonly others: readonly Answer[];
}

/** What became of answers that were asked for in the same moment. */
export function outcomeOf(answers: readonly Answer[]): Outcome {
  const isWon = ({ status }: Answer) => status === 200;
  const isLost = ({ status, body }: Answer) => status === 422 && body.code === 'has-findings';
  const codes = ({ body }: Answer) => [
    ...new Set((body.findings as { code: string; severity: string }[]).filter(isError).map(({ code }) => code)),
  ];
  return {
    won: answers.filter(isWon).length,
    findings: answers.filter(isLost).map(codes),
    others: answers.filter((answer) => !isWon(answer) && !isLost(answer)),
  };
}

const isError = ({ severity }: { readonly severity: string }): boolean => severity === 'error';

/** Filing ids that a query on the services' own tables finds. */
export async function filingsIn(sql: string, parameters: readonly string[]): Promise<readonly string[]> {
  const connectionString = theStack().addresses.postgres.adminUrl.replace(/\/postgres$/, '/beian');
  const database = new Client({ connectionString });
  await database.connect();
  const { rows } = await database.query<{ filing_id: string }>(sql, [...parameters]);
  await database.end();
  return rows.map(({ filing_id: filingId }) => filingId);
}
