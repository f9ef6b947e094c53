import { ApiCaller } from '../demo/api-caller';
import { OutsideWorld } from '../demo/outside-world';
import { Remedy } from '../servers/parts';
import { readStack } from '../stack';

/**
 * An operator at the gateway: the one of BEIAN_GATEWAY_URL with the access token in BEIAN_OPERATOR_TOKEN, else the
 * development stack on `dataDir`, where its identity provider lets anybody be one.
 */
export async function signInAsOperator(dataDir: string, env: NodeJS.ProcessEnv = process.env): Promise<ApiCaller> {
  const { BEIAN_GATEWAY_URL: url, BEIAN_OPERATOR_TOKEN: token } = env;
  if (url && token) return new ApiCaller(url, token);
  if (url || token) throw new Remedy('Set both BEIAN_GATEWAY_URL and BEIAN_OPERATOR_TOKEN, or neither.');
  const stack = readStack(dataDir);
  if (stack === undefined) {
    throw new Remedy(`Nothing runs on ${dataDir}: npm start, or set BEIAN_GATEWAY_URL and BEIAN_OPERATOR_TOKEN.`);
  }
  const { gateway = '', sandbox = '' } = stack.urls;
  return new ApiCaller(gateway, await new OutsideWorld(sandbox).tokenOf('operator-ma'));
}
