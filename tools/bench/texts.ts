/** A generator of numbers from 0 to 1 that gives the same ones on every machine (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const WORDS =
  `the of and to in a is that it was for on are as with his they at be this from have or by one had not but what all were when we there can an your which their said if do will each about how up out them then she many some so these would other into has more her two like him see time could no make than first been its who now people my made over did down only way find use may water long little very after words called just where most know get through back much before go good new write our used me man too any day same right look think also around another came come work three word must because does part even place well such here take why things help put years different away again off went old number great tell men say small every found still between name should home big give air line set own under read last never us left end along while might next sound below saw something thought both few those always looked show large often together asked house world going want school important until form food keep children feet land side without boy once animals life enough took sometimes four head above kind began almost live page got earth need far hand high year mother light country father let night picture being study second eyes soon times story boys since white days ever paper hard near sentence better best across during today others however sure means knew try told young miles sun ways thing whole hear example heard several change answer room sea against top turned learn point city play toward five using himself usually money seen car morning`.split(
    /\s+/,
  );

/** A text of about so many words: an interview, with a question before every few answers. The same for a seed. */
export function interviewOf(words: number, seed: number): string {
  const random = seeded(seed);
  const pick = (): string => WORDS[Math.floor(random() * WORDS.length)]!;
  const sentence = (mark: string): string => {
    const length = 6 + Math.floor(random() * 18);
    const made = Array.from({ length }, pick).join(' ');
    return made[0]!.toUpperCase() + made.slice(1) + mark;
  };
  const paragraphs = ['A long conversation, made for measuring'];
  for (let made = 0; made < words;) {
    const asks = paragraphs.length % 4 === 1;
    const sentences = Array.from({ length: asks ? 1 : 3 + Math.floor(random() * 4) }, () =>
      sentence(asks ? '?' : '.'),
    );
    const speaker = asks ? 'Ann Host: ' : paragraphs.length % 4 === 2 ? 'Bob Guest: ' : '';
    const paragraph = speaker + sentences.join(' ');
    paragraphs.push(paragraph);
    made += paragraph.split(' ').length;
  }
  return paragraphs.join('\n\n');
}

/** An interview of so many turns by two voices, a question and an answer in turn, about 20 words a turn. The same for a seed. */
export function turnsOf(turns: number, seed: number): string {
  const random = seeded(seed);
  const words = (count: number): string => {
    const made = Array.from({ length: count }, () => WORDS[Math.floor(random() * WORDS.length)]!).join(' ');
    return made[0]!.toUpperCase() + made.slice(1);
  };
  const paragraphs = Array.from({ length: turns }, (_, turn) =>
    turn % 2 === 0
      ? `Ann Host: ${words(4 + Math.floor(random() * 9))}?`
      : `Bob Guest: ${words(12 + Math.floor(random() * 42))}.`,
  );
  return ['A long conversation, made for measuring', ...paragraphs].join('\n\n');
}
