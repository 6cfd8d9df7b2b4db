import { WireError, type Json, type WireAction } from '../service';
import type { Dispatch, Outcome } from './dispatch';
import { OpenApiError, platform, PlatformError } from './errors';
import { API_TYPE, errorBytes, readCall, replyBytes, type CloudCall } from './messages';

const JSON_TYPE = 'application/json; encoding=utf-8';

/**
 * The ways into WeChat's open interfaces: `wx.api` (JSON, `app.callWxOpenApi`) and `wx.openApi` (a form with a message
 * inside, `cloud.openapi.*` of wx-server-sdk). WeChat Pay and containers have no stand-in.
 */
export function wechatActions(dispatch: Dispatch): Record<string, WireAction<Json | Buffer>> {
  return {
    'wx.api': async (body, context) => {
      const params = (): Json => jsonParams(body.requestData);
      const outcome = await dispatch.call('wx.api', apiName(body), params, context);
      return { data: { responseData: JSON.stringify(asJson(outcome)) } };
    },
    'wx.openApi': async (body, context) => {
      const name = apiName(body);
      const call = readMessage(body.requestData);
      if (call instanceof PlatformError) return errorBytes(call.errorCode);
      if (call.apiType !== API_TYPE.open) return errorBytes(otherRefusal(call).errorCode);
      return asBytes(await dispatch.call('wx.openApi', name, () => call.params, context));
    },
    'wx.wxPayApi': (body) => {
      throw new WireError('INVALID_PARAM', `WeChat Pay has no stand-in in the local cloud: ${apiName(body)}`);
    },
    'wx.wxCallContainerApi': (body) => {
      throw new WireError('INVALID_PARAM', `containers have no stand-in in the local cloud: ${apiName(body)}`);
    },
  };
}

function apiName({ apiName: name }: Json): string {
  if (typeof name === 'string' && name !== '') return name;
  throw new WireError('INVALID_PARAM', 'apiName should be a non-empty string');
}

function jsonParams(text: unknown): Json {
  if (text === undefined || text === null || text === '') return {};
  let value: unknown;
  try {
    value = typeof text === 'string' ? JSON.parse(text) : undefined;
  } catch {
    // Told below.
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json;
  throw new OpenApiError(47001, 'data format error');
}

function readMessage(bytes: unknown): CloudCall | PlatformError {
  if (!Buffer.isBuffer(bytes)) throw new WireError('INVALID_PARAM', 'requestData should be bytes');
  try {
    return readCall(bytes);
  } catch {
    return platform.argsError();
  }
}

/** No cloudID is ever given out here, so each one that is asked about is invalid. */
function otherRefusal({ apiType, svrkitName }: CloudCall): PlatformError {
  if (svrkitName === 'ApiGetOpenDataByCloudId') return platform.invalidCloudId();
  return apiType === API_TYPE.token ? platform.unauthorizedEnv() : platform.notFound();
}

/** What the caller of `wx.api` reads. JSON has no bytes: an image goes as base64. */
function asJson(outcome: Outcome): Json {
  if (outcome instanceof PlatformError) return { errcode: outcome.errorCode, errmsg: outcome.words };
  if (outcome instanceof OpenApiError) return { errcode: outcome.errcode, errmsg: outcome.errmsg };
  if ('json' in outcome) return outcome.json;
  const { contentType, bytes } = outcome.image;
  return { errcode: 0, errmsg: 'ok', contentType, buffer: bytes.toString('base64') };
}

function asBytes(outcome: Outcome): Buffer {
  if (outcome instanceof PlatformError) return errorBytes(outcome.errorCode);
  if (!(outcome instanceof OpenApiError) && 'image' in outcome) {
    return replyBytes(outcome.image.contentType, outcome.image.bytes);
  }
  return replyBytes(JSON_TYPE, Buffer.from(JSON.stringify(asJson(outcome))));
}
