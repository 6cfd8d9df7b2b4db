import type { Json } from '../../../service';
import { refusal } from '../../errors';
import { isPage } from '../../pages';
import { flag, length, optionalText } from '../../params';
import type { OpenApi } from '../api';
import { codeAddress, drawCode, versionOf, type CodeOptions } from './drawing';

const MAX_SCENE = 32;

/** Digits, letters and these signs; `%` is not among them, so that Chinese cannot be sent encoded. */
const SCENE = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]+$/;

/**
 * `wxacode.getUnlimited`: `{scene, page?, check_path?, env_version?, width?, auto_color?, line_color?, is_hyaline?}` to
 * an image that leads to the page with that scene.
 */
export function unlimitedCode(options: CodeOptions): OpenApi {
  return {
    name: 'wxacode.getUnlimited',
    path: '/wxa/getwxacodeunlimit',
    answer(params) {
      const scene = sceneOf(params);
      const page = pageOf(params, options.config.pages);
      const address = codeAddress(options, { page, scene, env_version: versionOf(params) });
      return drawCode(address, params, page || '主页');
    },
  };
}

function sceneOf(params: Json): string {
  const scene = optionalText(params, 'scene');
  if (scene === undefined || length(scene) > MAX_SCENE) throw refusal(40169);
  if (!SCENE.test(scene)) throw refusal(40129);
  return scene;
}

/** Without a leading slash and without parameters, which belong in the scene; empty for the home page. */
function pageOf(params: Json, known: readonly string[] | undefined): string {
  const page = optionalText(params, 'page') ?? '';
  const checked = flag(params, 'check_path', true);
  if (page === '') return page;
  if (page.startsWith('/') || page.includes('?') || !isPage(page, checked ? known : undefined)) throw refusal(41030);
  return page;
}
