import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

/** What replays one recorded history: the name of its file, and Temporal's JSON of it. */
export interface RecordedHistory {
  readonly workflowId: string;
  readonly history: { readonly events: readonly HistoryEvent[] };
}

/** The parts of an event that are looked at here. */
export interface HistoryEvent {
  readonly markerRecordedEventAttributes?: {
    readonly markerName: string;
    readonly details: Readonly<Record<string, { readonly payloads?: readonly { readonly data: string }[] }>>;
  };
  readonly workflowExecutionUpdateAcceptedEventAttributes?: {
    readonly acceptedRequest: { readonly input: { readonly name: string } };
  };
  readonly workflowExecutionSignaledEventAttributes?: { readonly signalName: string };
}

/** The workflow of a release, or of this build: what it runs and what it has written. */
export interface Build {
  readonly version: string;
  /** Version of the SDK inside the bundle; a worker runs bundles of its own version only. */
  readonly temporalSdk: string;
  readonly bundle: string;
  readonly histories: readonly RecordedHistory[];
}

const factsFile = 'release.json';
const bundleFile = 'workflow-bundle.js.gz';
const historiesFolder = 'histories';

/** Everything frozen in a folder, oldest first: each release is a folder with its bundle and its histories. */
export function releasesIn(folder: string): readonly Build[] {
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, factsFile)))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map((name) => readRelease(join(folder, name), name));
}

function readRelease(folder: string, version: string): Build {
  const { temporalSdk } = JSON.parse(readFileSync(join(folder, factsFile), 'utf8')) as Pick<Build, 'temporalSdk'>;
  return {
    version,
    temporalSdk,
    bundle: gunzipSync(readFileSync(join(folder, bundleFile))).toString('utf8'),
    histories: historiesIn(join(folder, historiesFolder)),
  };
}

/** Recorded histories, `*.json.gz`. */
export function historiesIn(folder: string): readonly RecordedHistory[] {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.json.gz'))
    .sort();
  return files.map((workflowId) => ({
    workflowId,
    history: JSON.parse(
      gunzipSync(readFileSync(join(folder, workflowId))).toString('utf8'),
    ) as RecordedHistory['history'],
  }));
}

/** Writes a build down as a release. Throws if one of this name is there: what was released never changes. */
export function freeze(folder: string, build: Build): void {
  const place = join(folder, build.version);
  if (existsSync(join(place, factsFile)))
    throw new Error(`${build.version} is frozen already; a release never changes`);
  mkdirSync(join(place, historiesFolder), { recursive: true });
  const small = (text: string): Buffer => gzipSync(text, { level: 9 });
  for (const { workflowId, history } of build.histories) {
    writeFileSync(join(place, historiesFolder, workflowId), small(JSON.stringify(history)));
  }
  writeFileSync(join(place, bundleFile), small(withoutSources(build.bundle)));
  writeFileSync(join(place, factsFile), `${JSON.stringify({ temporalSdk: build.temporalSdk }, null, 2)}\n`);
}

/** The SDK wants a source map at the end of a bundle. One that says nothing is enough to run it, and a tenth as long. */
function withoutSources(bundle: string): string {
  const [code = bundle] = bundle.split('//# sourceMappingURL=');
  const nothing = Buffer.from(
    '{"version":3,"file":"workflow-bundle.js","sources":[],"names":[],"mappings":""}',
  ).toString('base64');
  return `${code}//# sourceMappingURL=data:application/json;base64,${nothing}\n`;
}
