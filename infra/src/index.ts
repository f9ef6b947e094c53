export { startServers, type RunningServer, type RunningServers, type StartOptions } from './servers/start-servers';
export { type Addresses } from './servers/server';
export { parts, Remedy, type Part } from './servers/parts';
