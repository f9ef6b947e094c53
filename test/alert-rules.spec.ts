import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { faults, onSyntheticTime } from './faults/alert-faults';
import { hurried, prometheusBinary } from './stories/prometheus';

const folder = join(__dirname, '..', 'deploy', 'observability');
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

interface Rules {
  readonly groups: readonly { readonly rules: readonly { readonly alert: string; readonly for?: string }[] }[];
}
interface RuleTests {
  readonly tests: readonly {
    readonly alert_rule_test: readonly {
      readonly eval_time: string;
      readonly alertname: string;
      readonly exp_alerts: readonly unknown[];
    }[];
  }[];
}
const rules = parse(read('alerts.yml')) as Rules;
const alerts = rules.groups.flatMap((group) => group.rules.map(({ alert }) => alert));

/** Alerts that the rule tester sees fire, and later sees quiet. */
function provedOnSyntheticTime(): readonly string[] {
  const looks = (parse(read('alerts.test.yml')) as RuleTests).tests.map((one) => one.alert_rule_test);
  return looks.flatMap(([first, last]) => {
    if (first === undefined || last === undefined || first.alertname !== last.alertname) return [];
    return first.exp_alerts.length > 0 && last.exp_alerts.length === 0 ? [first.alertname] : [];
  });
}

describe('the alerts of deploy/observability', () => {
  const underAFault = [
    ...new Set(faults.flatMap(({ raises }) => raises.map((which) => /^\w+/.exec(which)?.[0] ?? ''))),
  ];

  it('are all proved: under a planted fault, or on synthetic time with the reason why only there', () => {
    expect([...underAFault, ...Object.keys(onSyntheticTime)].sort()).toEqual([...alerts].sort());
    const unproved = Object.keys(onSyntheticTime).filter((alert) => !provedOnSyntheticTime().includes(alert));
    expect(unproved).toEqual([]);
  });

  it('are each seen to fire and to clear by the rule tester, with the times of production', () => {
    expect([...provedOnSyntheticTime()].sort()).toEqual([...alerts].sort());
  });

  it('differ in the copy for the tests by their times alone', () => {
    const fast = hurried(read('alerts.yml'));
    expect(fast.replace(/\[20s\]/g, '[…]').replace(/for: 1s/g, 'for: …')).toBe(
      read('alerts.yml')
        .replace(/\[(5m|1h)\]/g, '[…]')
        .replace(/for: \w+/g, 'for: …'),
    );
    expect((parse(fast) as Rules).groups.flatMap((group) => group.rules.map(({ alert }) => alert))).toEqual(alerts);
  });
});

const promtool = prometheusBinary('promtool');
const withPromtool = promtool === undefined ? describe.skip : describe;
if (promtool === undefined) process.stderr.write('alert-rules.spec: no promtool; the rules are not tested\n');

withPromtool("Prometheus' own rule tester", () => {
  const test = (...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(promtool ?? '', args, { cwd: folder, encoding: 'utf8' });
    return { status, said: `${stdout}${stderr}` };
  };

  it('accepts the rules and passes their tests', () => {
    expect(test('check', 'rules', 'alerts.yml')).toMatchObject({ status: 0 });
    expect(test('test', 'rules', 'alerts.test.yml')).toMatchObject({ status: 0 });
  });

  it('fails for every alert whose condition never holds', () => {
    const broken = mkdtempSync(join(tmpdir(), 'beian-alert-rules-'));
    try {
      const never = read('alerts.yml').replace(/( +expr: )(?:\|\n(?: {10}.*\n)+|.+\n)/g, '$1vector(1) < 0\n');
      writeFileSync(join(broken, 'alerts.yml'), never);
      writeFileSync(join(broken, 'alerts.test.yml'), read('alerts.test.yml'));
      const { status, said } = test('test', 'rules', join(broken, 'alerts.test.yml'));
      expect(status).not.toBe(0);
      expect(alerts.filter((alert) => !said.includes(`alertname: ${alert}`))).toEqual([]);
    } finally {
      rmSync(broken, { recursive: true });
    }
  });
});
