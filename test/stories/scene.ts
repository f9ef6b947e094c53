import { readFileSync } from 'node:fs';
import { OutsideWorld, type Scene, type Stack } from '@beian/infra';

/** The stack that was launched for the stories (see `launch-stack.cjs`). */
export function theStack(): Stack {
  const file = process.env['BEIAN_STORY_STACK'];
  if (file === undefined) throw new Error('BEIAN_STORY_STACK is not set: run the stories with "npm run story"');
  return JSON.parse(readFileSync(file, 'utf8')) as Stack;
}

export function theScene(stack: Stack = theStack()): Scene {
  const { gateway, sandbox } = stack.urls;
  if (gateway === undefined || sandbox === undefined) throw new Error('gateway and sandbox must run for a story');
  return { gatewayUrl: gateway, outside: new OutsideWorld(sandbox) };
}
