import { describeFaults } from './scenarios.ts';

describeFaults({
  killsWhileSaving: 100,
  killsOfLateControl: 10,
  killsOfEarlyControl: 200,
  halfWritten: 10,
  killsWhileTyping: 50,
  killsOfTypingControl: 5,
  damages: 10,
  notesInEachTab: 200,
  changesOfOneNote: 50,
});
