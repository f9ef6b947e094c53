import { Controller, Get, Header, Inject } from '@nestjs/common';
import { World } from './world';

/** Text as it stands in HTML. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0) ?? 32};`);

const table = (heading: string, rows: readonly (readonly string[])[]): string =>
  `<h2>${heading} <small>${rows.length}</small></h2><table>${rows
    .slice(-200)
    .reverse()
    .map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`)
    .join('')}</table>`;

/** A page for people: what the outside world has received, newest first. */
@Controller()
export class PageController {
  constructor(@Inject(World) private readonly world: World) {}

  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
  page(): string {
    const { received, orders, shipments, scripts, callbacks } = this.world.state;
    const text = (data: Readonly<Record<string, unknown>>, name: string) => String(data[name] ?? '');
    const of = (party: string) => received.filter((call) => call.party === party && !call.repeated);
    return `<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="3"><title>Outside world · 外部世界</title>
<style>body{font:14px/1.5 system-ui,sans-serif;margin:2rem;max-width:80rem}table{border-collapse:collapse;width:100%}
td{border-top:1px solid #ddd;padding:.3rem .6rem;vertical-align:top}h2{margin:2rem 0 .3rem}small{color:#888}</style>
<h1>Outside world · 外部世界 <small>development only</small></h1>
${table(
  'Text messages 短信',
  of('carrier').map(({ at, data }) => [at, text(data, 'to'), text(data, 'text'), text(data, 'reference')]),
)}
${table(
  'Mail 邮件',
  of('mail').map(({ at, data }) => [at, text(data, 'to'), text(data, 'subject'), text(data, 'text').slice(0, 300)]),
)}
${table(
  'Authority orders 管局订单',
  orders.map((order) => [
    order.at,
    order.province,
    order.filingId,
    `submission ${order.submission}`,
    order.state,
    order.transactionId,
  ]),
)}
${table(
  'Parcels 快递',
  shipments.map((parcel) => [parcel.reference, parcel.state, parcel.shipmentId]),
)}
${table(
  'Callbacks 回调',
  callbacks.map((callback) => [
    callback.party,
    callback.state,
    `${callback.attempts} attempts`,
    `last status ${callback.lastStatus ?? '–'}`,
    callback.messageId,
  ]),
)}
${table(
  'Scripts 剧本',
  scripts.map((script) => [script.party, script.behaviour, script.match ?? 'all', `used ${script.used}`]),
)}
</html>`;
  }
}
