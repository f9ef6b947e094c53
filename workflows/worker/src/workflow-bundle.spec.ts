import { buildBundle, codeBytes, codeCeilingBytes } from './workflow-bundle';

describe('the workflow bundle', () => {
  it('builds, stays under its ceiling and holds neither zod nor a Node module (T13)', async () => {
    const code = await buildBundle(); // a Node module or a library that touches one fails here
    expect(codeBytes(code)).toBeLessThan(codeCeilingBytes);
    expect(code.split('//# sourceMappingURL=')[0]).not.toMatch(/node_modules\/(zod|pg|kafkajs|@nestjs)\//);
  }, 60_000);
});
