import { Link } from 'wouter';
import styles from './questions-page.module.css';

/** Where the article has no questions: how to get some. `text` is the path of the article's text. */
export function NoQuestions({ text }: { text: string }) {
  return (
    <div className={styles['empty']}>
      <p>No questions were found in this article.</p>
      <p>
        If somebody asks in it, correct the voices: open the text, select words of the paragraph that asks,
        press “Speaker…”, and choose “the whole paragraph”, who asks, and “a question”. Mark what replies to
        it as “an answer” in the same way. They are then listed here.
      </p>
      <p>
        <Link href={text}>Open the text</Link>
      </p>
    </div>
  );
}
