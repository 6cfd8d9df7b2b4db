import type { Merged } from '@contract/merged';
import type { Declared } from './declare';
import * as domains from './domains';

/** Every page by its name. A domain joins by a line in `domains.ts`. */
export const pages = Object.assign({}, ...Object.values(domains)) as Merged<typeof domains>;
type Pages = typeof pages;

export type RouteName = keyof Pages;

type TypesOf<N extends RouteName> = NonNullable<Pages[N]['types']>;
/** The parameters of each page; undefined where it takes none. */
export type Routes = { [N in RouteName]: Parameters<TypesOf<N>>[0] };
/** What each page gives back to the one that had something picked; never for most. */
export type Given<N extends RouteName> = Parameters<TypesOf<N>>[1];
/** Pages on which something is picked for another. */
export type PickerName = { [N in RouteName]: [Given<N>] extends [never] ? never : N }[RouteName];

/** What a page declares. */
export const declared = (name: RouteName): Declared => pages[name];

export const routeNames = Object.keys(pages) as RouteName[];

/** `/packages/book/detail/index`. */
export const addressOf = (name: RouteName): string => `/${pages[name].path}/index`;

/** The page that had this path, with or without a slash before it, in a version published earlier. */
export const formerPage = (path: string): RouteName | undefined =>
  routeNames.find((name) => declared(name).formerly?.some((old) => `${old}/index` === path.replace(/^\//, '')));
