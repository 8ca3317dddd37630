import { keepUp } from './site-upkeep.tsx';

/*
 * What keeps notes, in a file of its own that the first view does not wait for; and with it what keeps the site.
 */
export { acceptLoss, backedUp, backupDue, putOffBackup } from '../storage/keeping.ts';
export { openStore } from '../storage/open-store.ts';

void keepUp();
