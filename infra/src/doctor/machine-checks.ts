import { chinaCalendar, coverDaysLeft } from '@beian/calendar';
import { cacheFolder } from '../servers/cache';
import { lookUp } from '../servers/look-up';
import { parts, type Part } from '../servers/parts';
import { toolNeeds, toolProblem, type Tool } from '../servers/toolchain';
import type { Check } from './check';

const builtWith: Readonly<Record<Part, Tool | undefined>> = { temporal: 'go', minio: 'go', kafka: 'maven', postgres: undefined };

/** The machine: tools, and where each server comes from. A tool is needed only while something has to be built with it. */
export function machineChecks(env: NodeJS.ProcessEnv = process.env): readonly Check[] {
  return [
    toolCheck('node', env),
    toolCheck('java', env),
    ...parts.map(
      (part): Check => ({
        name: `program ${part}`,
        remedy: `install what is named, then \`npm start\``,
        look: () => programOf(part, env),
      }),
    ),
    calendarCheck(),
  ];
}

function toolCheck(tool: Tool, env: NodeJS.ProcessEnv): Check {
  return {
    name: tool,
    remedy: toolNeeds[tool].remedy,
    look: async () => {
      const problem = await toolProblem(tool, env);
      if (problem !== undefined) throw new Error(problem);
      return `is ${toolNeeds[tool].title}`;
    },
  };
}

async function programOf(part: Part, env: NodeJS.ProcessEnv): Promise<string> {
  const found = await lookUp(part, { env, cache: cacheFolder(env) });
  if (found !== undefined) return `from ${found.source}: ${found.path}`;
  const tool = builtWith[part];
  if (tool === undefined) throw new Error('the npm package of this platform is not installed: run `npm ci`');
  const problem = await toolProblem(tool, env);
  if (problem !== undefined) throw new Error(problem);
  return `is not there yet; the next start builds it with ${tool}`;
}

/** The State Council's notice for a year comes in November of the year before. */
function calendarCheck(): Check {
  return {
    name: 'calendar',
    warningOnly: true,
    remedy: 'load the notice for the next year: set CALENDAR_FILE, or update @beian/calendar; deadlines beyond it are provisional',
    look: () => {
      const days = coverDaysLeft(chinaCalendar, Date.now());
      if (days < 60) return Promise.reject(new Error(`working days are known to ${chinaCalendar.coveredTo} only, ${days} days from now`));
      return Promise.resolve(`working days known to ${chinaCalendar.coveredTo}`);
    },
  };
}
