/** The environment that points the unmodified wx-server-sdk at this cloud, and one such SDK in this very process. */
import { APPID } from './functions/pool'

type Sdk = typeof import('wx-server-sdk')

/** What the platform gives an instance; any secret will do, a missing one is an unhandled rejection in the SDK. */
export function sdkEnvironment(url: string): Record<string, string> {
  return {
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }),
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    SCF_NAMESPACE: 'local-cloud',
    TCB_ENV: 'local-cloud',
    WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID',
    WX_APPID: APPID,
    TZ: 'UTC',
  }
}

/**
 * The SDK reads the environment at every request, so this process speaks to the cloud it was pointed at last.
 */
export function sdkInThisProcess(url: string, openid?: string): Sdk {
  Object.assign(process.env, sdkEnvironment(url))
  if (openid === undefined) delete process.env.WX_OPENID
  else process.env.WX_OPENID = openid
  const cloud = require('wx-server-sdk') as Sdk
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV } as never)
  return cloud
}
