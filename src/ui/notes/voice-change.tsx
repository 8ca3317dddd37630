import { speakerOf } from '../../core/anchor/describe.ts';
import { selectorOf } from '../../core/anchor/selectors.ts';
import { voiceAt } from '../../core/anchor/voice.ts';
import type { Placed, ReaderNote } from '../../core/notes/note.ts';
import { useReading, voiceOf, type Reading } from '../reading.ts';

/**
 * Says that the words of a note are now given to another speaker than when it was made; null where they are not. A name
 * in another spelling is the same speaker.
 */
export function tellVoiceChange(reading: Reading, note: Placed<ReaderNote>): string | null {
  const was = selectorOf(note.selectors, 'ArticleSelector')?.speaker ?? null;
  const voice = voiceAt(reading.article, note.span, was);
  if (was === null || (voice !== 'unsettled' && voice !== 'other')) return null;
  const is = speakerOf(reading.article, note.span);
  // An id is made of the name; where nobody has it any more, it is all that is known.
  const before = reading.voices.get(was)?.name ?? was.replaceAll('-', ' ');
  const now = is === null ? 'more than one speaker' : voiceOf(reading, is).name;
  return `Now given to ${now}; before to ${before}.`;
}

/** The line of a card that says so. */
export default function VoiceChange(props: { note: Placed<ReaderNote>; className: string | undefined }) {
  const told = tellVoiceChange(useReading(), props.note);
  return told && <p className={props.className}>{told}</p>;
}
