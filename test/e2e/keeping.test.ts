import { describeFaults } from '../faults/scenarios.ts';

/** A quick part of `npm run test:faults`. */
describeFaults({
  killsWhileSaving: 3,
  killsOfLateControl: 3,
  killsOfEarlyControl: 0,
  halfWritten: 1,
  killsWhileTyping: 1,
  killsOfTypingControl: 0,
  damages: 1,
  notesInEachTab: 30,
  changesOfOneNote: 10,
});
