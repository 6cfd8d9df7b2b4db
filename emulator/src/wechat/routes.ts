import type { IncomingMessage, ServerResponse } from 'node:http';
import { PERSONA_HEADER } from '../gateway/service';
import { readJson, sendJson } from '../http/body';
import { WireError, type HttpRoute, type Json } from '../service';
import { CODE_PATH } from './apis/codes/drawing';
import { checkSettings, checkText, checkTimes, checkVerdict } from './checks';
import type { WechatConfig } from './config';
import { subscribe } from './subscribe';
import type { Wechat } from './wechat';

const MAX_BODY_BYTES = 1024 * 1024;

export interface RouteOptions {
  wechat: Wechat;
  config: WechatConfig;
  preview: boolean;
}

type Endpoint = (body: Json, request: IncomingMessage) => unknown;

/** `GET|POST /emulator/wechat/*`: what a tester or a test of any language may look at and switch. */
export function wechatRoutes({ wechat, config, preview }: RouteOptions): HttpRoute[] {
  const endpoints: Readonly<Record<string, Endpoint>> = {
    'GET /emulator/wechat': () => ({
      settings: wechat.settings(),
      pendingMedia: wechat.pendingMedia(),
      consents: wechat.consents(),
      templates: wechat.templates(),
    }),
    'POST /emulator/wechat/settings': (body) => {
      wechat.set(checkSettings(body));
      return wechat.settings();
    },
    'GET /emulator/wechat/inbox': () => ({ messages: wechat.inbox() }),
    'POST /emulator/wechat/inbox/clear': () => wechat.clearInbox(),
    'GET /emulator/wechat/calls': () => ({ calls: wechat.calls() }),
    'POST /emulator/wechat/media': async (body) => {
      const { requestId, ms } = await wechat.pushVerdict(
        checkText(body.traceId, 'traceId'),
        checkVerdict(body.verdict),
      );
      return { requestId, ms };
    },
    'POST /emulator/wechat/consents': (body) => {
      const openid = wechat.openidOf(checkText(body.persona, 'persona'));
      wechat.grantConsent(openid, checkText(body.templateId, 'templateId'), checkTimes(body.times));
      return { consents: wechat.consents() };
    },
    'POST /emulator/wechat/consent': (body, request) => {
      const openid = wechat.openidOf(checkText(request.headers[PERSONA_HEADER], PERSONA_HEADER));
      return subscribe(body, config, (templateId) => wechat.grantConsent(openid, templateId));
    },
  };
  return [
    (request, response, url) => answer(request, response, url),
    (request, response, url) => Promise.resolve(request.method === 'GET' && openCode(response, url, preview)),
  ];

  async function answer(request: IncomingMessage, response: ServerResponse, url: URL): Promise<boolean> {
    const name = `${request.method} ${url.pathname}`;
    if (!Object.hasOwn(endpoints, name)) return false;
    try {
      const body = request.method === 'POST' ? await readJson(request, MAX_BODY_BYTES) : {};
      sendJson(response, 200, await endpoints[name]!(body, request));
    } catch (error) {
      if (!(error instanceof WireError)) throw error;
      sendJson(response, 400, { code: error.code, message: error.message });
    }
    return true;
  }
}

/**
 * What a code leads to: the page in the preview, with its own parameters or with `scene`, which WeChat hands over as a
 * parameter too.
 */
function openCode(response: ServerResponse, { pathname, searchParams }: URL, preview: boolean): boolean {
  if (pathname !== CODE_PATH) return false;
  const asked = Object.fromEntries(searchParams);
  const { page = '', scene = '', path = `${page}?scene=${encodeURIComponent(scene)}` } = asked;
  // The fragment of an address: what a header cannot carry is encoded, what is encoded already stays as it is.
  const { hash } = new URL(`#/${path.replace(/^\/+/, '')}`, 'http://127.0.0.1');
  if (preview) response.writeHead(302, { Location: `/${hash}` }).end();
  else sendJson(response, 200, asked);
  return true;
}
