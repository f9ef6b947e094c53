import { theScene } from './scene';
import { closeTemporal } from './workflow-view';

jest.setTimeout(180_000);
afterAll(async () => {
  // A story that failed half-way must not leave the outside world broken for the next one.
  if (process.env['BEIAN_STORY_STACK']) await theScene().outside.endScripts();
  await closeTemporal();
});
