const PATH = /^[A-Za-z0-9_-]+(?:\/[A-Za-z0-9_-]+)*$/;

/** Whether a page (with or without parameters) is one of the mini-program's; any well-formed path where none are known. */
export function isPage(page: string, known: readonly string[] | undefined): boolean {
  const path = page.replace(/^\//, '').split('?')[0]!;
  return PATH.test(path) && (known === undefined || known.includes(path));
}
