import type { Json } from '../../service';
import type { OpenApiName } from '../types';

/** An image instead of JSON. */
export interface Image {
  contentType: string;
  bytes: Buffer;
}

/** What an interface gives back, with a word for the journal; JSON includes `errcode` and `errmsg`. */
export type Answer = { note: string } & ({ json: Json } | { image: Image });

/** One open interface of WeChat. */
export interface OpenApi {
  /** Name in wx-server-sdk and in `permissions.openapi`. */
  name: OpenApiName;
  /** Path at api.weixin.qq.com, which is a name as well. */
  path: string;
  /** Parameters are WeChat's own, in snake case. Rejects with OpenApiError or PlatformError. */
  answer(params: Json): Promise<Answer> | Answer;
}
