/** A language as its BCP 47 tag, written as the standard writes it; null for what is none, also for `und`. */
export function languageTag(written: string | null | undefined): string | null {
  const asked = written?.trim().replaceAll('_', '-') ?? '';
  if (asked === '' || asked.length > 35 || /^und\b/i.test(asked)) return null;
  try {
    return Intl.getCanonicalLocales(asked)[0] ?? null;
  } catch {
    return null;
  }
}
