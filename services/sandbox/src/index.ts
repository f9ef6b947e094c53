export { boot, type RunningSandbox } from './boot';
export { personaGrant, scriptClientId } from './identity-provider';
export { type Persona, personas } from './personas';
