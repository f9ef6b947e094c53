import { developmentEnvironment, encryptionCodec, readConfig, personSettings, temporalSettings } from '@beian/platform';
import { z } from 'zod';
import { newKeys } from './new-keys';

const rotated = (env: NodeJS.ProcessEnv = {}) => {
  const lines: string[] = [];
  expect(newKeys((line) => lines.push(line), env, new Date('2027-05-04T03:00:00Z'))).toBe(0);
  const at = lines.findIndex((line) => line.startsWith('# then'));
  return { first: settingsOf(lines.slice(0, at)), second: settingsOf(lines.slice(at)) };
};

function settingsOf(lines: readonly string[]) {
  const env = lines.flatMap((line) => {
    const [, name = '', value = ''] = /^([A-Z_]+)='?(.+?)'?$/.exec(line) ?? [];
    return name === '' ? [] : [[name, value] as const];
  });
  const given = Object.fromEntries(env);
  const all = { ...developmentEnvironment, TEMPORAL_ADDRESS: '127.0.0.1:7233', ...given };
  const { CODEC_KEYS, MASTER_KEY } = readConfig('spec', z.object({ ...temporalSettings, ...personSettings }), all);
  return { CODEC_KEYS, MASTER_KEY, madeAt: given['KEYS_MADE_AT'] };
}
const plain = { metadata: { encoding: Buffer.from('json/plain') }, data: Buffer.from('"x"') };

describe('fresh keys', () => {
  const before = settingsOf([]);

  it('feature 39: are read by every process before any writes with them, and the old ones stay readable', async () => {
    const { first, second } = rotated();
    const [old, halfway, fresh] = [before, first, second].map(({ CODEC_KEYS }) => encryptionCodec(CODEC_KEYS));
    const written = await Promise.all([old, halfway, fresh].map((codec) => codec?.encode([plain])));
    for (const reader of [halfway, fresh])
      for (const payloads of written) expect((await reader?.decode(payloads ?? []))?.[0]?.data).toEqual(plain.data);
    expect(first.CODEC_KEYS.current).toBe(before.CODEC_KEYS.current); // who has not restarted yet reads what this one writes
    await expect(old?.decode(written[2] ?? [])).rejects.toThrow('k-2027-05-04');

    const [master] = before.MASTER_KEY;
    expect([first.MASTER_KEY[0], second.MASTER_KEY[1]]).toEqual([master, master]);
    expect(second.MASTER_KEY[0]).toEqual(first.MASTER_KEY[1]);
    expect(second.madeAt).toBe('2027-05-04');
  });

  it('are never made twice on one day, nor from a setting that cannot be read', () => {
    const again = { CODEC_KEYS: JSON.stringify({ current: 'k-2027-05-04', keys: { 'k-2027-05-04': 'x' } }) };
    expect(() => rotated(again)).toThrow('go on with its second step');
    expect(() => rotated({ CODEC_KEYS: 'nonsense' })).toThrow('CODEC_KEYS cannot be read');
  });
});
