import { registerServiceWorker } from '../dom/trusted.ts';

/*
 * What keeps notes, in a file of its own that the first view does not wait for; and with it the service worker, which
 * keeps what other apps share. A site in development has none: it would outlive the work on it.
 */
export { acceptLoss, backedUp, backupDue, putOffBackup } from '../storage/keeping.ts';
export { openStore } from '../storage/open-store.ts';

if (import.meta.env.PROD) registerServiceWorker(`${import.meta.env.BASE_URL}service-worker.js`);
