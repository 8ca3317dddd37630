/** Something that was done and can be undone. `what` names it ("Note deleted"). */
export interface Step {
  readonly what: string;
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
}

/** What was done on this page, so that every action can be taken back and done again. */
export interface History {
  readonly done: (step: Step) => void;
  /** Takes the last step back; resolves with it, or with null where there is none. A step that fails stays where it was. */
  readonly undo: () => Promise<Step | null>;
  readonly redo: () => Promise<Step | null>;
}

/** As many steps are remembered. */
const MOST = 200;

export function createHistory(): History {
  const past: Step[] = [];
  const future: Step[] = [];
  const move = async (from: Step[], to: Step[], how: 'undo' | 'redo'): Promise<Step | null> => {
    const step = from.pop();
    if (!step) return null;
    try {
      await step[how]();
    } catch (error) {
      from.push(step);
      throw error;
    }
    to.push(step);
    return step;
  };
  return {
    done: (step) => {
      past.push(step);
      if (past.length > MOST) past.shift();
      future.length = 0;
    },
    undo: () => move(past, future, 'undo'),
    redo: () => move(future, past, 'redo'),
  };
}
