/** The absolute address of the site's root, ending with a slash. */
export function siteAddress(): string {
  return new URL(import.meta.env.BASE_URL, location.href).href;
}
