import { closeTemporal } from './workflow-view';

jest.setTimeout(180_000);
afterAll(closeTemporal);
