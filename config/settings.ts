/**
 * What the operator decides about a client, by environment variables or the same names in an `.env` file. A build sees
 * these and no other variable; their values are part of what decides whether it must be built again.
 */
export const clientSettings = [
  /** Id of the CloudBase environment, in a build that talks to the real cloud. */
  'TARO_APP_ENV_ID',
  /** Where a mini-program that talks to the local cloud finds it. */
  'TARO_APP_LOCAL_URL',
  /** 主办单位, on the about page. */
  'TARO_APP_ORGANISER',
  /** 备案编号, on the about page. */
  'TARO_APP_FILING_NUMBER',
  /** 联系方式, on the about page. */
  'TARO_APP_CONTACT',
  /** The mini-program's AppID, where it is another one than in project.config.json; read by Taro itself. */
  'TARO_APP_ID',
] as const;

/** Files in which Taro looks for such settings when it builds for production. */
export const settingsFiles = ['.env', '.env.local', '.env.production', '.env.production.local'] as const;
