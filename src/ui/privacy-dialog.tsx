import { useRef } from 'react';
import { Dialog } from './dialog.tsx';
import { ForgetPart } from './forget-part.tsx';
import styles from './privacy-dialog.module.css';

/** Says in plain words what is kept where, and empties all of it when it is told to. */
export default function PrivacyDialog({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <Dialog className={styles['dialog']} heading="Privacy" ref={dialog} onClose={onClose}>
      <p>
        What you read, write and bring in stays in this browser. There is no account, no tracking and no
        cookie. Nothing is asked of any other site, and the pages’ security policy makes browsers refuse it.
      </p>
      <p>
        The server of this site sees which of its pages are fetched. What stands behind <code>#</code> in a
        link never leaves the browser, so it does not see which words a link is about.
      </p>
      <p>
        It contains <a href={`${import.meta.env.BASE_URL}licences.txt`}>software and fonts of others</a>,
        under their licences.
      </p>
      <ForgetPart />
    </Dialog>
  );
}
