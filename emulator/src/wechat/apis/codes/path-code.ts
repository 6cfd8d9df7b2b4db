import type { Json } from '../../../service';
import { refusal } from '../../errors';
import { isPage } from '../../pages';
import { length, optionalText } from '../../params';
import type { OpenApi } from '../api';
import { codeAddress, drawCode, versionOf, type CodeOptions } from './drawing';

/**
 * `wxacode.get`: `{path, env_version?, width?, auto_color?, line_color?, is_hyaline?}` to an image that leads to a page
 * with its parameters.
 */
export function pathCode(options: CodeOptions): OpenApi {
  return {
    name: 'wxacode.get',
    path: '/wxa/getwxacode',
    answer: (params) => answer(options, params, 1024, versionOf(params)),
  };
}

/** `wxacode.createQRCode`: `{path, width?}` to an image of the older, square kind. */
export function squareCode(options: CodeOptions): OpenApi {
  return {
    name: 'wxacode.createQRCode',
    path: '/cgi-bin/wxaapp/createwxaqrcode',
    answer: (params) => answer(options, { path: params.path, width: params.width }, 128, 'release'),
  };
}

function answer(options: CodeOptions, params: Json, mostPath: number, version: string): ReturnType<typeof drawCode> {
  const path = optionalText(params, 'path');
  if (path === undefined || length(path) > mostPath) throw refusal(40159);
  // These take pages that are not published yet; only what cannot be a page is refused.
  if (!isPage(path, undefined)) throw refusal(41030);
  return drawCode(codeAddress(options, { path, env_version: version }), params, path.slice(0, 100));
}
