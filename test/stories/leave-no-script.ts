import { theScene } from './scene';

// A story that failed half-way must not leave the outside world broken for the next one.
afterAll(() => theScene().outside.endScripts());
