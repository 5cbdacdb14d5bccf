/**
 * What a build knows about where it will run; in the code: src/client/build.d.ts.
 * CLOUD=local: calls go over HTTP to the local cloud and every screen says 本地演示. The web build knows no other cloud.
 */
export function buildConstants(env: Record<string, string | undefined>): Record<string, string> {
  const cloud = env.CLOUD ?? (env.TARO_ENV === 'h5' ? 'local' : 'wechat')
  if (cloud !== 'local' && cloud !== 'wechat') throw new Error(`CLOUD is local or wechat, not ${cloud}`)
  return {
    BUILD_CLOUD: JSON.stringify(cloud),
    BUILD_CLOUD_ENV: JSON.stringify(env.CLOUD_ENV ?? ''),
    BUILD_LOCAL_CLOUD_URL: JSON.stringify(env.LOCAL_CLOUD_URL ?? 'http://127.0.0.1:8787'),
  }
}
