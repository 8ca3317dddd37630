/** A number with its noun: `1 claim`, `1,200 claims`, `2 replies`. */
export function counted(number: number, one: string, more = `${one}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : more}`;
}
