import type { Persona, Personas, UniqueField } from '../gateway/personas';
import { WireError, type Json, type Service, type WireAction } from '../service';

/** `platform` of queryUserInfo, and what it names of a user. */
const PLATFORMS: Record<string, UniqueField> = {
  CUSTOM: 'customUserId',
  PHONE: 'phone',
  EMAIL: 'email',
  USERNAME: 'username',
};

export interface AuthOptions {
  /** The environment's users. */
  personas: Personas;
  envId: string;
  appId: string;
}

/** `auth.getUserInfoForAdmin`, which serves getEndUserInfo and queryUserInfo of the SDK. */
export class AuthService implements Service {
  readonly name = 'auth';
  readonly actions: Record<string, WireAction> = {
    'auth.getUserInfoForAdmin': (body) => ({ data: this.userInfo(body) }),
  };

  constructor(private readonly options: AuthOptions) {}

  start(): Promise<void> {
    return Promise.resolve();
  }

  stop(): Promise<void> {
    return Promise.resolve();
  }

  info(): Json {
    return { users: this.options.personas.summaries().length };
  }

  private userInfo({ uuid, platform, platformId }: Json): Json {
    if (uuid !== undefined && uuid !== null && uuid !== '') {
      if (typeof uuid !== 'string') throw new WireError('INVALID_PARAM', 'uid must be a string');
      return this.describe(uuid, this.options.personas.with('uid', uuid));
    }
    const field = typeof platform === 'string' && Object.hasOwn(PLATFORMS, platform) ? PLATFORMS[platform] : undefined;
    if (!field) {
      throw new WireError('INVALID_PARAM', `uid, or a platform of ${Object.keys(PLATFORMS).join(', ')}, is required`);
    }
    if (typeof platformId !== 'string' || platformId === '') {
      throw new WireError('INVALID_PARAM', 'platformId must be a non-empty string');
    }
    const persona = this.options.personas.with(field, platformId);
    if (!persona) throw new WireError('INVALID_PARAM', `no user with this ${platform as string}`);
    return this.describe(persona.uid ?? '', persona);
  }

  /**
   * The documented fields (docs.cloudbase.net/api-reference/server/node-sdk/auth, and the SDK's own test of them).
   * The upstream tests say that a uid which nobody has is answered as an anonymous user's.
   */
  private describe(uid: string, persona: Persona | undefined): Json {
    const { envId, appId } = this.options;
    return {
      uid,
      uuid: uid,
      isAnonymous: persona === undefined,
      envName: envId,
      openId: persona?.openid ?? '',
      appId: persona ? appId : '',
      customUserId: persona?.customUserId ?? '',
      nickName: persona?.nickName ?? '',
      gender: 'UNKNOWN',
      country: '',
      province: '',
      city: '',
      avatarUrl: persona?.avatarUrl ?? '',
      wxOpenId: persona?.openid ?? '',
      wxOpenid: persona?.openid ?? '',
      wxUnionId: persona?.unionid ?? '',
      wxPublicId: '',
      qqMiniOpenId: '',
      email: persona?.email ?? '',
      username: persona?.username ?? '',
      hasPassword: false,
      createTime: 0,
      updateTime: 0,
    };
  }
}
