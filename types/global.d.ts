/// <reference types="@tarojs/taro" />

declare module '*.scss';

declare namespace NodeJS {
  /** Replaced by literals when the client is built; see config/index.ts. */
  interface ProcessEnv {
    TARO_ENV: 'weapp' | 'h5';
    /** Id of the CloudBase environment, in a build that talks to the real cloud. */
    TARO_APP_ENV_ID: string;
    /** Where the local gateway listens; empty for the same origin (H5). */
    TARO_APP_LOCAL_URL: string;
    /** 主办单位 and 备案编号 for the about page; empty until deployment fills them in. */
    TARO_APP_ORGANISER: string;
    TARO_APP_FILING_NUMBER: string;
    /** 联系方式, the same. */
    TARO_APP_CONTACT: string;
    /** The version in package.json. */
    TARO_APP_VERSION: string;
  }
}

/** A picture's path within the package. */
declare module '*.png' {
  const path: string;
  export default path;
}
