import { audit, auditHead, newId } from '@beian/platform';
import { startGateway } from './gateway.spec-helper';

it('rel 4.11 S12: the head of the gateway’s audit log is handed to documents, at the latest when it stops', async () => {
  const stand = await startGateway();
  const { documents } = stand.services;
  documents.on('POST /internal/audit-heads/gateway', () => undefined);
  await stand.database.transaction((tx) =>
    audit.append(tx, { actor: newId(), action: 'legal-hold', object: `filing/${newId()}`, at: new Date() }),
  );
  const head = await auditHead(stand.database);
  await stand.close();
  expect(documents.of('POST /internal/audit-heads/gateway').map(({ body }) => body)).toEqual([head]);
}, 60_000);
