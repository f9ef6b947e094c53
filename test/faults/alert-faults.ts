import { dirname } from 'node:path';
import { ApiCaller, enterpriseInTianjin, runOperate, type RunningStack } from '@beian/infra';
import { Kafka, logLevel } from 'kafkajs';
import { Journey } from '../stories/journey';
import { inTables } from '../stories/plant-drift';
import { theScene, theStack } from '../stories/scene';
import { resetByRunbook } from './batch-reset';
import { spoilByBadBuild } from './bad-build';
import { makePersistent } from './persistently';

/** Takes a fault back. */
type Mend = () => Promise<unknown>;

/** The stack that faults are planted on, with filings in provider review, made before anything is broken. */
export interface Town {
  readonly running: RunningStack;
  /** One that no other fault touches. */
  readonly filing: () => Journey;
}

/** Makes the filings one after the other: their pictures are decoded so as well. */
export async function settle(running: RunningStack): Promise<Town> {
  const filings: Journey[] = [];
  while (filings.length < faults.length) {
    const journey = await Journey.begin(theScene(), enterpriseInTianjin(), makePersistent);
    await journey.to('provider-review');
    filings.push(journey);
  }
  const filing = (): Journey => {
    const next = filings.pop();
    if (next === undefined) throw new Error('more filings are asked for than there are faults');
    return next;
  };
  return { running, filing };
}

/** A fault on a whole stack, and the alerts it must raise: names, with labels where others may fire beside them. */
export interface Fault {
  readonly what: string;
  readonly raises: readonly string[];
  readonly plant: (town: Town) => Promise<Mend>;
}

/** Alerts that are proved by the rule tester alone (`alerts.test.yml`), and why not under a fault. */
export const onSyntheticTime: Readonly<Record<string, string>> = {
  FilingStageOld: 'a filing has to stand in one stage for days of the machine that scrapes',
  ActivityQueueSlow: 'Temporal counts a wait only once it is over, and the next one may be short',
  HistoriesFailing: 'its number comes from a nightly round that would have to fail; the spec of histories fails one',
  CalendarEndsSoon: 'no fault: the list of a year ends',
  CertificateEndsSoon: 'no fault: a certificate ends',
  KeysOld: 'no fault: keys get old',
};

async function operate(...words: readonly string[]): Promise<void> {
  const said: string[] = [];
  const dataDir = dirname(process.env['BEIAN_STORY_STACK'] ?? '');
  const code = await runOperate([...words, '--data', dataDir], (line) => said.push(line));
  if (code !== 0) throw new Error(`operate ${words.join(' ')} ended with ${code}: ${said.join('\n')}`);
}

async function byOperator(filingId: string, act: 'hold' | 'release'): Promise<void> {
  const { gatewayUrl, outside } = theScene();
  const operator = new ApiCaller(gatewayUrl, await outside.tokenOf('operator-ma'));
  makePersistent(operator);
  await operator.must('POST', `/v1/operator/filings/${filingId}/${act}`, { body: { note: 'by a test of alerts' } });
}

const ourProcess = (running: RunningStack, name: string) => {
  const found = running.processes.find((one) => one.name === name);
  if (found === undefined) throw new Error(`${name} does not run`);
  return found;
};
const ourServer = ({ servers }: RunningStack, part: 'kafka' | 'minio') => {
  if (servers === undefined) throw new Error('the servers belong to somebody else');
  return servers.server(part);
};

/** These want events to flow and papers to be read. */
export const faultsOfFilings: readonly Fault[] = [
  {
    what: 'an operator holds a filing and forgets it',
    raises: ['FilingsHeld{stage="provider-review"}'],
    plant: async ({ filing }) => {
      const { filingId } = filing();
      await byOperator(filingId, 'hold');
      return () => byOperator(filingId, 'release');
    },
  },
  {
    what: 'nobody reviews a filing in time',
    raises: ['FilingsOverdue{stage="provider-review"}'],
    plant: async ({ filing }) => {
      const journey = filing();
      await journey.forward('5 days');
      return () => journey.reviewer.approve(journey.filingId);
    },
  },
  {
    what: 'a consumer cannot read an event',
    raises: ['DeadLetters{topic="beian.verification.v1.dead.gateway"}'],
    plant: async () => {
      const { brokers } = theStack().addresses.kafka;
      const producer = new Kafka({ brokers: [...brokers], logLevel: logLevel.NOTHING }).producer();
      await producer.connect();
      await producer.send({ topic: 'beian.verification.v1', messages: [{ key: 'poison', value: 'not an event' }] });
      await producer.disconnect();
      return () => operate('replay');
    },
  },
  {
    what: 'the carrier is closed until all tries of a message are used up',
    raises: ['NoticesUndelivered{channel="sms"}'],
    plant: async ({ filing }) => {
      const { outside } = theScene();
      const { id } = await outside.script({ party: 'carrier', behaviour: 'closed' });
      const { reviewer, filingId } = filing();
      const reasons = [{ code: 'SITE_NAME', pointer: '/sites/0/name', text: '请修改', suggestion: '按要求填写' }];
      await reviewer.review(filingId, { decision: 'return', reasons }); // is told by a text message
      return async () => {
        await outside.endScript(id);
        await operate('resend', '--channel', 'sms');
      };
    },
  },
  {
    what: 'an event is larger than the broker takes',
    raises: ['OutboxParked{service="verification"}'],
    plant: async () => {
      const eventId = `too-large-${process.pid}`;
      await inTables(
        `INSERT INTO verification.outbox (event_id, type, schema_version, filing_id, at, data)
         VALUES ($1, 'planted', 1, $1, now(), to_jsonb(repeat('x', 1000000)))`,
        [eventId],
      );
      return async () => {
        await inTables(`UPDATE verification.outbox SET data = '{}' WHERE event_id = $1`, [eventId]);
        await operate('release-parked', '--service', 'verification');
      };
    },
  },
  {
    what: 'a bad build has written into the history of a filing',
    raises: ['WorkflowTasksFailing', 'WorkflowTaskFailures'],
    plant: async ({ filing }) => {
      const journey = filing();
      await spoilByBadBuild(journey.filingId);
      return async () => {
        await resetByRunbook();
        await journey.reviewer.approve(journey.filingId);
        await journey.untilStage('identity-check');
      };
    },
  },
];

/** One process of ours is gone; what does not need it goes on. */
export const faultsOfProcesses: readonly Fault[] = [
  {
    what: 'the process documents is killed',
    raises: ['TargetDown', 'NoPollers{task_queue="documents"}', 'ErrorBudgetBurn{service="gateway"}'],
    plant: async ({ running, filing }) => {
      const documents = ourProcess(running, 'documents');
      const { filingId, scene, applicant } = filing();
      const impatient = new ApiCaller(scene.gatewayUrl, await scene.outside.tokenOf(applicant.persona));
      await documents.kill('SIGKILL');
      const asking = setInterval(
        () => void impatient.get(`/v1/filings/${filingId}/documents`).catch(() => undefined),
        300,
      );
      return async () => {
        clearInterval(asking);
        await documents.restart();
      };
    },
  },
];

/** Servers that events and papers lie on. */
export const faultsOfServers: readonly Fault[] = [
  {
    what: 'the broker is killed',
    raises: ['OutboxLag{service="verification"}'],
    plant: async ({ running, filing }) => {
      const { filingId } = filing();
      const kafka = ourServer(running, 'kafka');
      await kafka.kill('SIGKILL');
      await byOperator(filingId, 'hold'); // is taken, and its event waits
      return async () => {
        await kafka.restart();
        await byOperator(filingId, 'release');
      };
    },
  },
  {
    what: 'the object store is killed',
    raises: ['PartDown{part="object store"}'],
    plant: async ({ running }) => {
      const minio = ourServer(running, 'minio');
      await minio.kill('SIGKILL');
      return () => minio.restart();
    },
  },
];

export const faults: readonly Fault[] = [...faultsOfFilings, ...faultsOfProcesses, ...faultsOfServers];
