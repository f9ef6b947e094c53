// Writes the Grafana dashboards from this one description: `node deploy/observability/write-dashboards.mjs [FOLDER]`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const s = 's';
const dashboards = {
  filings: {
    title: 'Beian: filings',
    panels: [
      ['Open filings by stage', 'sum by (stage) (filings_open)', 'short'],
      ['Overdue by stage', 'sum by (stage) (filings_overdue)', 'short'],
      ['Waiting for an operator', 'sum by (stage) (filings_held)', 'short'],
      ['Longest in its stage', 'max by (stage) (filing_stage_age_seconds)', s],
      ['Days the calendar knows', 'min(beian_calendar_cover_days)', 'short'],
    ],
  },
  delivery: {
    title: 'Beian: events and notices',
    panels: [
      ['Outbox lag', 'max by (service) (outbox_lag_seconds)', s],
      ['Events waiting in the outbox', 'max by (service) (outbox_waiting)', 'short'],
      ['Events refused for good', 'max by (service) (outbox_parked)', 'short'],
      ['Events published', 'sum by (service) (rate(events_published_total[5m]))', 'ops'],
      ['Events consumed, by outcome', 'sum by (consumer, outcome) (rate(events_consumed_total[5m]))', 'ops'],
      ['Dead letters waiting', 'max by (consumer, topic) (dead_letters_waiting)', 'short'],
      ['Notices given up', 'max by (channel) (deliveries_undelivered)', 'short'],
    ],
  },
  temporal: {
    title: 'Beian: Temporal',
    panels: [
      ['Pollers by queue', 'max by (task_queue) (task_queue_pollers)', 'short'],
      ['Filings whose workflow task fails', 'max(workflow_tasks_failing)', 'short'],
      [
        'Activities wait (95 %)',
        'histogram_quantile(0.95, sum by (task_queue, le) (rate(temporal_activity_schedule_to_start_latency_bucket[5m])))',
        s,
      ],
      [
        'Activities run (95 %)',
        'histogram_quantile(0.95, sum by (activity_type, le) (rate(temporal_activity_execution_latency_bucket[5m])))',
        s,
      ],
      [
        'Workflow tasks run (95 %)',
        'histogram_quantile(0.95, sum by (le) (rate(temporal_workflow_task_execution_latency_bucket[5m])))',
        s,
      ],
      ['Slots left', 'sum by (task_queue, worker_type) (temporal_worker_task_slots_available)', 'short'],
      ['Workflows in the cache', 'sum(temporal_sticky_cache_size)', 'short'],
      ['Failed activity attempts', 'sum by (activity_type) (rate(temporal_activity_execution_failed[5m]))', 'ops'],
    ],
  },
  processes: {
    title: 'Beian: processes',
    panels: [
      ['Parts that can work', 'min by (service, part) (part_up)', 'short'],
      ['Requests', 'sum by (service, status) (rate(http_request_seconds_count[5m]))', 'reqps'],
      [
        'Time to answer (95 %)',
        'histogram_quantile(0.95, sum by (service, le) (rate(http_request_seconds_bucket[5m])))',
        s,
      ],
      [
        'Answers of 5xx',
        'sum by (service) (rate(http_request_seconds_count{status=~"5.."}[5m])) / sum by (service) (rate(http_request_seconds_count[5m]))',
        'percentunit',
      ],
      ['Memory', 'max by (service) (process_resident_memory_bytes)', 'bytes'],
      ['Event loop lag (99 %)', 'max by (service) (nodejs_eventloop_lag_p99_seconds)', s],
    ],
  },
};

const datasource = { type: 'prometheus', uid: '${datasource}' };

const panel = ([title, expr, unit], at) => ({
  id: at + 1,
  title,
  type: 'timeseries',
  datasource,
  gridPos: { h: 8, w: 12, x: (at % 2) * 12, y: Math.floor(at / 2) * 8 },
  fieldConfig: { defaults: { unit, min: 0 }, overrides: [] },
  targets: [{ refId: 'A', datasource, expr }],
});

const dashboard = (name, { title, panels }) => ({
  uid: `beian-${name}`,
  title,
  tags: ['beian'],
  timezone: 'Asia/Shanghai',
  schemaVersion: 39,
  refresh: '30s',
  time: { from: 'now-6h', to: 'now' },
  templating: { list: [{ name: 'datasource', type: 'datasource', query: 'prometheus' }] },
  panels: panels.map(panel),
});

const folder = process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), 'dashboards');
mkdirSync(folder, { recursive: true });
for (const [name, described] of Object.entries(dashboards)) {
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(dashboard(name, described), null, 2)}\n`);
}
