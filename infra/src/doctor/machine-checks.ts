import { existsSync, readFileSync } from 'node:fs';
import { calendarFrom, chinaCalendar, coverDaysLeft, coverDaysWanted } from '@beian/calendar';
import { calendarFileIn } from '../environment';
import { cacheFolder } from '../servers/cache';
import { lookUp } from '../servers/look-up';
import { parts, type Part } from '../servers/parts';
import { toolNeeds, toolProblem, type Tool } from '../servers/toolchain';
import type { Check } from './check';

const builtWith: Readonly<Record<Part, Tool | undefined>> = {
  temporal: 'go',
  minio: 'go',
  kafka: 'maven',
  postgres: undefined,
};

/** The machine: tools, and where each server comes from. A tool is needed only while something has to be built with it. */
export function machineChecks(dataDir: string, env: NodeJS.ProcessEnv = process.env): readonly Check[] {
  return [
    toolCheck('node', env),
    toolCheck('java', env),
    ...parts.map((part): Check => ({
      name: `program ${part}`,
      remedy: `install what is named, then \`npm start\``,
      look: () => programOf(part, env),
    })),
    calendarCheck(env['CALENDAR_FILE'] || calendarFileIn(dataDir)),
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

/** The State Council's notice for a year comes in November of the year before: a warning, and never what fails a test. */
function calendarCheck(file: string): Check {
  return {
    name: 'calendar',
    warningOnly: true,
    remedy:
      'load the list of the next year: `npm run calendar -- load FILE` (docs/calendar.md); deadlines beyond it are provisional',
    look: async () => {
      const isLoaded = existsSync(file);
      const calendar = isLoaded ? calendarFrom(JSON.parse(readFileSync(file, 'utf8'))) : chinaCalendar;
      const days = coverDaysLeft(calendar, Date.now());
      const where = isLoaded ? file : calendar.source;
      if (days < coverDaysWanted)
        throw new Error(`working days are known to ${calendar.coveredTo} only, ${days} days from now (${where})`);
      return `working days known to ${calendar.coveredTo} (${where})`;
    },
  };
}
