import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundlePage, type PageFiles } from './bundle';

/** Folder beside a built emulator that holds the page's files. */
const BUILT = join(__dirname, 'console');

/** Folder of the page's source, where the emulator runs from source. */
const SOURCE = join(__dirname, 'page');

export const PAGE_HTML = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>本地云开发 · 控制台</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/console/app.css">
</head>
<body>
<div id="app"></div>
<noscript>控制台需要 JavaScript。</noscript>
<script src="/console/app.js"></script>
</body>
</html>
`;

/** Gives the page's files: the built ones, or bundled now from source, again at every visit so that an edit shows. */
export class PageAssets {
  private files?: Promise<PageFiles>;

  /** Called when the page is opened. */
  refresh(): void {
    if (this.files === undefined || !existsSync(BUILT)) this.files = this.load();
    // A page that does not compile is told of at the request for the script.
    this.files.catch(() => undefined);
  }

  async file(name: keyof PageFiles): Promise<string> {
    this.files ??= this.load();
    return (await this.files)[name];
  }

  private async load(): Promise<PageFiles> {
    if (!existsSync(BUILT)) return bundlePage(SOURCE);
    const read = (name: string): string => readFileSync(join(BUILT, name), 'utf8');
    return { 'app.js': read('app.js'), 'app.css': read('app.css') };
  }
}
