import type { IncomingMessage, ServerResponse } from 'node:http';
import { eventText } from '../functions/event';
import type { FunctionHost } from '../functions/host';
import { readJson, sendJson } from '../http/body';
import { WireError, type HttpRoute, type Json, type Service } from '../service';
import { TooLarge } from '../storage/receive';
import type { StorageService } from '../storage/service';
import { clientFailure, GatewayError } from './errors';
import { identityOf } from './identity';
import type { Persona, Personas, PersonaSummary } from './personas';

/** Largest text of one call from a mini-program, as on the cloud. */
const MAX_CALL_BYTES = 100 * 1024;

/** Room for the JSON around `data`, which alone is limited. */
const ENVELOPE_BYTES = 1024;

/** Most files in one question for addresses, as on the cloud. */
const MAX_FILES = 50;

/** Header that says as which demo user a client calls. */
export const PERSONA_HEADER = 'x-emulator-persona';

export interface GatewayOptions {
  /** The demo users. */
  personas: Personas;
  functions: FunctionHost;
  storage: StorageService;
  /** Told of every request of a demo user. */
  onVisit?: (openid: string) => void;
}

type Endpoint = (request: IncomingMessage, url: URL) => Promise<Json | Json[]>;

/**
 * Stands in for `wx.cloud` where there is none: the preview in a browser, and WeChat's developer tools with the local
 * cloud. Replies are what `wx.cloud` would give; a failure has `errCode` and `errMsg` instead.
 */
export class GatewayService implements Service {
  readonly name = 'gateway';
  readonly routes: readonly HttpRoute[] = [(request, response, url) => this.route(request, response, url)];
  private readonly personas: Personas;
  private readonly endpoints: Record<string, { api: string; answer: Endpoint }> = {
    'GET /gateway/personas': { api: 'personas', answer: () => Promise.resolve([...this.personas.summaries()]) },
    'POST /gateway/call': { api: 'callFunction', answer: (request) => this.call(request) },
    'POST /gateway/upload': { api: 'uploadFile', answer: (request, url) => this.upload(request, url) },
    'POST /gateway/files/urls': { api: 'getTempFileURL', answer: (request) => this.fileUrls(request) },
  };

  constructor(private readonly options: GatewayOptions) {
    this.personas = options.personas;
  }

  start(): Promise<void> {
    return Promise.resolve();
  }

  stop(): Promise<void> {
    return Promise.resolve();
  }

  info(): Json {
    return { personas: this.personas.summaries().length };
  }

  /** Demo users without their openids; for the console. */
  people(): PersonaSummary[] {
    return this.personas.summaries();
  }

  private async route(request: IncomingMessage, response: ServerResponse, url: URL): Promise<boolean> {
    const endpoint = this.endpoints[`${request.method} ${url.pathname}`];
    if (!endpoint) return false;
    try {
      sendJson(response, 200, await endpoint.answer(request, url));
    } catch (error) {
      // The rest of a refused upload is read and dropped, so that the client sees the reason.
      request.resume();
      if (error instanceof GatewayError) {
        const { status, errCode, message } = error;
        sendJson(response, status, { errCode, errMsg: `cloud.${endpoint.api}:fail ${message}` });
      } else if (error instanceof WireError) sendJson(response, 200, clientFailure(endpoint.api, error));
      else if (error instanceof TooLarge) {
        sendJson(response, 200, { errCode: -403001, errMsg: `cloud.${endpoint.api}:fail file size exceeds the limit` });
      } else throw error;
    }
    return true;
  }

  /** `Taro.cloud.callFunction`: `{result, requestID, errMsg}`. */
  private async call(request: IncomingMessage): Promise<Json> {
    const persona = this.personaOf(request);
    const { name, data } = await readJson(request, MAX_CALL_BYTES + ENVELOPE_BYTES);
    if (typeof name !== 'string') throw new WireError('INVALID_PARAM', 'parameter.name should be a string');
    if (!this.options.functions.isClientCallable(name)) {
      throw new WireError('FUNCTION_NOT_FOUND', 'FunctionName parameter could not be found.');
    }
    const event = eventText((data ?? {}) as Json);
    if (Buffer.byteLength(event) > MAX_CALL_BYTES) {
      throw new WireError('EXCEED_MAX_PAYLOAD_SIZE', 'data exceed max size 100 KB');
    }
    const { result, requestId } = await this.options.functions.invoke(name, event, identityOf(persona, 'wx_client'));
    return { result, requestID: requestId, errMsg: 'cloud.callFunction:ok' };
  }

  /** `Taro.cloud.uploadFile` with the file as the body: `{fileID, statusCode, errMsg}`. */
  private async upload(request: IncomingMessage, url: URL): Promise<Json> {
    this.personaOf(request);
    const fileID = await this.options.storage.upload(url.searchParams.get('cloudPath'), request);
    return { fileID, statusCode: 204, errMsg: 'cloud.uploadFile:ok' };
  }

  /** `Taro.cloud.getTempFileURL`: one entry for each file id, in order. */
  private async fileUrls(request: IncomingMessage): Promise<Json> {
    const { fileList } = await readJson(request, MAX_CALL_BYTES);
    if (!Array.isArray(fileList) || fileList.length > MAX_FILES) {
      throw new WireError('INVALID_PARAM', `fileList should be an array of at most ${MAX_FILES}`);
    }
    const list = fileList.map((entry: unknown) => {
      const { fileID, maxAge } = (typeof entry === 'object' && entry !== null ? entry : { fileID: entry }) as Json;
      const tempFileURL = this.options.storage.downloadUrl(fileID, maxAge);
      return tempFileURL
        ? { fileID, tempFileURL, status: 0, errMsg: 'ok' }
        : { fileID, tempFileURL: '', status: 1, errMsg: 'STORAGE_FILE_NONEXIST' };
    });
    return { fileList: list, errMsg: 'cloud.getTempFileURL:ok' };
  }

  private personaOf(request: IncomingMessage): Persona {
    const id = request.headers[PERSONA_HEADER];
    if (typeof id !== 'string' || id === '') {
      throw new GatewayError(400, 400, `缺少演示身份：请在请求头 ${PERSONA_HEADER} 里写明身份 id`);
    }
    const persona = this.personas.find(id);
    if (persona) {
      this.options.onVisit?.(persona.openid);
      return persona;
    }
    const known = this.personas.summaries().map((summary) => summary.id);
    const hint = known.length > 0 ? `可用的有：${known.join('、')}` : '还没有演示身份，请用 --personas 指定文件';
    throw new GatewayError(400, 400, `没有“${id.slice(0, 50)}”这个演示身份。${hint}`);
  }
}
