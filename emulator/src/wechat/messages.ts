import { Root, type INamespace } from 'protobufjs/light';
import type { Json } from '../service';

/**
 * The messages inside `wx.openApi`, as wx-server-sdk 4.0.2 sends and reads them. Only the fields that are used here;
 * a reader skips the others.
 */
const SCHEMA: INamespace = {
  nested: {
    KeyValuePair: {
      fields: {
        key: { id: 1, type: 'string' },
        value: { id: 2, type: 'bytes' },
        contenttype: { id: 3, type: 'string' },
        filename: { id: 4, type: 'string' },
      },
    },
    OpenApiData: { fields: { pairs: { rule: 'repeated', id: 1, type: 'KeyValuePair' } } },
    SvrkitApiData: { fields: { apiName: { id: 1, type: 'string' }, reqData: { id: 2, type: 'bytes' } } },
    CommApiData: {
      fields: {
        apiType: { id: 1, type: 'int32' },
        openapiData: { id: 2, type: 'OpenApiData' },
        svrkitData: { id: 4, type: 'SvrkitApiData' },
        appid: { id: 6, type: 'string' },
      },
    },
    CommOpenApiResp: {
      fields: {
        respData: { id: 1, type: 'bytes' },
        contentType: { id: 2, type: 'string' },
        errorCode: { id: 3, type: 'int32' },
        httpCode: { id: 4, type: 'uint32' },
        svrkitErrorCode: { id: 6, type: 'int32' },
      },
    },
  },
};

const root = Root.fromJSON(SCHEMA);
const requestType = root.lookupType('CommApiData');
const replyType = root.lookupType('CommOpenApiResp');

/** `apiType` of a request. */
export const API_TYPE = { open: 0, inner: 1, svrkit: 2, token: 3 } as const;

export interface CloudCall {
  apiType: number;
  /** Name inside a request that is no open interface, such as `ApiGetOpenDataByCloudId`. */
  svrkitName: string;
  params: Json;
}

interface Pair {
  key?: string;
  value?: Buffer;
  contenttype?: string;
  filename?: string;
}

/** Reads a request; throws where the bytes are no such message. A value is JSON; a file stays an object with bytes. */
export function readCall(bytes: Buffer): CloudCall {
  const call = requestType.toObject(requestType.decode(bytes)) as {
    apiType?: number;
    openapiData?: { pairs?: Pair[] };
    svrkitData?: { apiName?: string };
  };
  const pairs = call.openapiData?.pairs ?? [];
  return {
    apiType: call.apiType ?? API_TYPE.open,
    svrkitName: call.svrkitData?.apiName ?? '',
    params: Object.fromEntries(pairs.map((pair) => [pair.key ?? '', valueOf(pair)])),
  };
}

function valueOf({ value = Buffer.alloc(0), contenttype, filename }: Pair): unknown {
  if (contenttype || filename) return { contentType: contenttype, filename, value };
  return JSON.parse(Buffer.from(value).toString('utf8')) as unknown;
}

/** A reply of the interface itself: JSON or an image. */
export function replyBytes(contentType: string, bytes: Buffer): Buffer {
  return encode({ respData: bytes, contentType, httpCode: 200 });
}

/** A refusal on the way to the interface. */
export const errorBytes = (errorCode: number): Buffer => encode({ errorCode });

const encode = (reply: object): Buffer => Buffer.from(replyType.encode(replyType.create(reply)).finish());
