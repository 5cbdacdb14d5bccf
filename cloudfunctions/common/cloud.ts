/** The one place that imports the platform's SDK; everything else asks here. */
import cloud from 'wx-server-sdk'

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

// `_`-commands need throwOnNotFound off: a missing document is an answer, not an exception.
const database = cloud.database({ throwOnNotFound: false })

export type Database = typeof database
export { cloud, database }

/** The caller, from the cloud context and nothing else. */
export function callerOpenid(): string {
  return cloud.getWXContext().OPENID ?? ''
}
