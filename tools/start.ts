import { createBuilder } from 'vite';
import { serveSite } from './serve.ts';

/** `npm start`: builds the site and serves it until it is stopped. `PORT` chooses the port, 4173 by default. */
export async function main(): Promise<number> {
  const wanted = process.env['PORT'] ?? '4173';
  const port = Number(wanted);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    console.error(
      `PORT is "${wanted}", which is no port. Give a number from 1 to 65535, as in: PORT=8080 npm start`,
    );
    return 1;
  }
  process.env['NODE_ENV'] = 'production';
  const builder = await createBuilder({ logLevel: 'warn' });
  await builder.buildApp();
  try {
    const server = await serveSite('dist', port, { compressed: true });
    console.log(`Sidegloss is ready: ${server.address}`);
    return 0;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    console.error(
      `Port ${port} is taken by another program. Choose another one, as in: PORT=${port + 1} npm start`,
    );
    return 1;
  }
}
