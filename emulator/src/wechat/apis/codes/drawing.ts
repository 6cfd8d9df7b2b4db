import { toBuffer } from 'qrcode';
import type { Json } from '../../../service';
import type { WechatConfig } from '../../config';
import { refusal } from '../../errors';
import { flag, oneOf } from '../../params';
import type { Answer } from '../api';

export interface CodeOptions {
  config: WechatConfig;
  /** `http://127.0.0.1:<port>` */
  baseUrl: () => string;
}

/** Address in the codes; it opens the page in the preview. */
export const CODE_PATH = '/emulator/wechat/code';

/** Most and least pixels, and how many when none are asked for. */
const WIDTH = { least: 280, most: 1280, absent: 430 };

/**
 * Draws what a code leads to. WeChat draws a code that only WeChat reads; this one is a QR code of an address here with
 * the same content, which any camera reads.
 */
export async function drawCode(address: URL, params: Json, note: string): Promise<Answer> {
  const width = widthOf(params.width);
  // WeChat takes the colour of the mini-program's look then, which is not known here.
  const dark = flag(params, 'auto_color', false) ? '#000000ff' : colourOf(params.line_color);
  const light = flag(params, 'is_hyaline', false) ? '#ffffff00' : '#ffffffff';
  const bytes = await toBuffer(address.href, { width, margin: 4, color: { dark, light } });
  return { note, image: { contentType: 'image/png', bytes } };
}

/** The address of a page with these parameters. */
export function codeAddress({ baseUrl }: CodeOptions, query: Record<string, string>): URL {
  return new URL(`${CODE_PATH}?${new URLSearchParams(query).toString()}`, baseUrl());
}

export const versionOf = (params: Json): string =>
  oneOf(params, 'env_version', ['release', 'trial', 'develop'], 'release');

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
