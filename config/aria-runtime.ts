import { mergeInternalComponents } from '@tarojs/shared';
import aria from './aria.json';

/*
 * Imported by the app before anything renders (see aria-plugin.ts). Taro numbers a component's attributes
 * alphabetically, in the templates and again in the app: both must know the same ones, or every attribute shifts.
 */
mergeInternalComponents(aria);
