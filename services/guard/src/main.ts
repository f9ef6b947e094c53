import { runAsProcess } from '@beian/platform';
import { boot } from './boot';

void runAsProcess(boot, process.env);
