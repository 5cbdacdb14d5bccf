// Constants of a build, set in config/build-constants.ts.

/** Where calls go: WeChat's cloud, or the local cloud over HTTP (then every screen says 本地演示). */
declare const BUILD_CLOUD: 'wechat' | 'local'
/** The cloud environment's id for wx.cloud.init; empty: the default one. */
declare const BUILD_CLOUD_ENV: string
declare const BUILD_LOCAL_CLOUD_URL: string
