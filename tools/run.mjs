// Runs a tool of this folder, which is written in TypeScript, on Node 20: node tools/run.mjs NAME [ARGUMENT…]
import { runnerImport } from 'vite';

const [name, ...args] = process.argv.slice(2);
const { module } = await runnerImport(new URL(`./${name}.ts`, import.meta.url).pathname, {
  configFile: false,
  logLevel: 'warn',
});
process.exitCode = await module.main(args);
