import { join } from 'node:path';

/** The page's files: names as they are served, with their content. */
export type PageFiles = Readonly<Record<'app.js' | 'app.css', string>>;

/** Bundles the page from its source; for the build, and for an emulator that runs from source. */
export async function bundlePage(source: string): Promise<PageFiles> {
  // Loaded when it is needed: a built emulator ships the bundle and has no use for a bundler.
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: { app: join(source, 'main.tsx'), style: join(source, 'style.css') },
    outdir: source,
    write: false,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    jsx: 'automatic',
    charset: 'utf8',
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  });
  const textOf = (name: string): string => outputFiles.find(({ path }) => path.endsWith(name))?.text ?? '';
  return { 'app.js': textOf('app.js'), 'app.css': textOf('style.css') };
}
