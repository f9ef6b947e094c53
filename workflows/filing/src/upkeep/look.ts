import type { FilingId, FilingViews } from '@beian/contracts';
import { papers, projections, records, runs, subjects, websites } from './owners';

/** Asks every owner what it says of these filings, side by side. A filing that nobody recorded is left out. */
export async function look(filings: readonly FilingId[], why: string): Promise<readonly FilingViews[]> {
  const summary = `${why}: ${filings.length} filings`;
  const [ours, running, shown, subject, website, sealed] = await Promise.all([
    records(summary).viewRecords(filings),
    runs(summary).viewRuns(filings),
    projections(summary).viewProjections(filings),
    subjects(summary).viewSubjects(filings),
    websites(summary).viewWebsites(filings),
    papers(summary).viewPapers(filings),
  ]);
  return ours.flatMap((record) => {
    const run = of(running, record.filingId);
    if (run === undefined) return [];
    return [
      {
        record,
        run,
        ...given({
          projection: of(shown, record.filingId),
          subject: of(subject, record.filingId),
          website: of(website, record.filingId),
          papers: of(sealed, record.filingId),
        }),
      },
    ];
  });
}

const of = <V extends { readonly filingId: FilingId }>(views: readonly V[], filingId: FilingId): V | undefined =>
  views.find((view) => view.filingId === filingId);

type Given<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };
const given = <T extends object>(parts: T): Given<T> =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as Given<T>;
