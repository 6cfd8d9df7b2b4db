import { toBuffer } from 'qrcode';
import type { Json } from '../../service';
import type { WechatConfig } from '../config';
import { refusal } from '../errors';
import { isPage } from '../pages';
import { flag, length, oneOf, optionalText } from '../params';
import type { OpenApi } from './api';

const MAX_SCENE = 32;

/** Digits, letters and these signs; `%` is not among them, so that Chinese cannot be sent encoded. */
const SCENE = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]+$/;

const WIDTH = { least: 280, most: 1280, absent: 430 };

export interface UnlimitedCodeOptions {
  config: WechatConfig;
  /** `http://127.0.0.1:<port>` */
  baseUrl: () => string;
}

/**
 * `wxacode.getUnlimited`: `{scene, page?, check_path?, env_version?, width?, auto_color?, line_color?, is_hyaline?}` to
 * an image. WeChat draws a round code that only WeChat reads; this one is a QR code of CODE_PATH with the same page and
 * scene, which any camera reads and which opens the preview.
 */
export function unlimitedCode({ config, baseUrl }: UnlimitedCodeOptions): OpenApi {
  return {
    name: 'wxacode.getUnlimited',
    path: '/wxa/getwxacodeunlimit',
    async answer(params) {
      const scene = sceneOf(params);
      const page = pageOf(params, config.pages);
      const version = oneOf(params, 'env_version', ['release', 'trial', 'develop'], 'release');
      const width = widthOf(params.width);
      // WeChat takes the colour of the mini-program's look then, which is not known here.
      const dark = flag(params, 'auto_color', false) ? '#000000ff' : colourOf(params.line_color);
      const light = flag(params, 'is_hyaline', false) ? '#ffffff00' : '#ffffffff';
      const query = new URLSearchParams({ page, scene, env_version: version });
      const address = `${baseUrl()}${CODE_PATH}?${query.toString()}`;
      const bytes = await toBuffer(address, { width, margin: 4, color: { dark, light } });
      return { note: page || '主页', image: { contentType: 'image/png', bytes } };
    },
  };
}

/** Address in the code; it opens the page in the preview. */
export const CODE_PATH = '/emulator/wechat/code';

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

function widthOf(width: unknown): number {
  const value = width ?? WIDTH.absent;
  if (typeof value === 'number' && Number.isInteger(value) && value >= WIDTH.least && value <= WIDTH.most) return value;
  throw refusal(40097, `invalid args: width should be from ${WIDTH.least} to ${WIDTH.most}`);
}

/** `{r, g, b}`, each 0 to 255 as a number or in digits. */
function colourOf(colour: unknown): string {
  const { r, g, b } = (colour ?? { r: 0, g: 0, b: 0 }) as Json;
  const parts = [r, g, b].map((part) => (typeof part === 'string' && /^\d+$/.test(part) ? Number(part) : part));
  if (!parts.every((part) => Number.isInteger(part) && (part as number) >= 0 && (part as number) <= 255)) {
    throw refusal(40097, 'invalid args: line_color');
  }
  return `#${parts.map((part) => (part as number).toString(16).padStart(2, '0')).join('')}ff`;
}
