import { useId, useState, type KeyboardEvent } from 'react';
import styles from './note-editor.module.css';

/** Tags as words after each other; the browser's own list completes them from those that are known. */
export function TagsInput(props: {
  tags: readonly string[];
  known: readonly string[];
  onTags: (tags: string[]) => void;
}) {
  const { tags, known, onTags } = props;
  const [typed, setTyped] = useState('');
  const id = useId();
  const add = (words: string): void => {
    const fresh = words
      .split(',')
      .map((word) => word.trim().replace(/^#/, ''))
      .filter((word) => word !== '' && !tags.includes(word));
    if (fresh.length > 0) onTags([...tags, ...new Set(fresh)]);
    setTyped('');
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && typed.trim() !== '') {
      event.preventDefault();
      add(typed);
    } else if (event.key === 'Backspace' && typed === '' && tags.length > 0) onTags(tags.slice(0, -1));
  };
  return (
    <div className={styles['tags']}>
      {tags.map((tag) => (
        <span className={styles['tag']} key={tag}>
          #{tag}
          <button
            aria-label={`Remove the tag ${tag}`}
            type="button"
            onClick={() => onTags(tags.filter((each) => each !== tag))}
          >
            ×
          </button>
        </span>
      ))}
      <input
        aria-label="Add a tag"
        list={id}
        placeholder={tags.length === 0 ? 'Tags' : ''}
        value={typed}
        onBlur={() => add(typed)}
        onChange={(event) => {
          // A comma ends a tag; so does choosing one from the list.
          if (event.target.value.endsWith(',') || known.includes(event.target.value)) add(event.target.value);
          else setTyped(event.target.value);
        }}
        onKeyDown={press}
      />
      <datalist id={id}>
        {known
          .filter((tag) => !tags.includes(tag))
          .map((tag) => (
            <option key={tag} value={tag}>
              {tag}
            </option>
          ))}
      </datalist>
    </div>
  );
}
