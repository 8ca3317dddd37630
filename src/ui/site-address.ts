/** The absolute address of a path of the site that begins with a slash, as `pathOf` gives it. */
export function addressOf(path: string): string {
  return new URL(path.slice(1), siteAddress()).href;
}

/** The absolute address of the site's root, ending with a slash. */
export function siteAddress(): string {
  return new URL(import.meta.env.BASE_URL, location.href).href;
}
