/** The environment that points the unmodified wx-server-sdk at this cloud, and one such SDK in this very process. */

type Sdk = typeof import('wx-server-sdk')

export const APPID = 'wx0000000000000000'

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

/** The same cloud at an address of the function's own: the door has to know which one asks. */
export function addressFor(environment: Record<string, string>, functionName: string): Record<string, string> {
  const { URL: url } = JSON.parse(environment.TCB_CONTEXT_CNFG!)
  return { TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/${functionName}` }) }
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
