import Taro from '@tarojs/taro'
import { resultOf, transportError } from './transport-error'

/** Longer than a function's own time-out: a late answer is better than an unknown one. */
const PATIENCE_MS = 25_000

export function send(functionName: string, data: { action: string; payload: unknown }): Promise<unknown> {
  return BUILD_CLOUD === 'local' ? sendToLocalCloud(functionName, data) : sendToWeChat(functionName, data)
}

let connected = false

export function connectedCloud(): WeChatCloud {
  const cloud = wx.cloud
  if (!cloud) throw transportError({ errMsg: '微信版本过低，用不了云开发', errCode: -501000 })
  if (!connected) cloud.init(BUILD_CLOUD_ENV ? { env: BUILD_CLOUD_ENV } : {})
  connected = true
  return cloud
}

async function sendToWeChat(name: string, data: unknown): Promise<unknown> {
  const cloud = connectedCloud()
  try {
    const { result } = await inTime(cloud.callFunction({ name, data }))
    return result
  } catch (cause) {
    throw transportError(cause as { errCode?: number })
  }
}

/** A development build: the launch query's `as` names whom the developer plays. */
async function sendToLocalCloud(name: string, data: unknown): Promise<unknown> {
  const as = Taro.getEnterOptionsSync().query?.as ?? 'developer'
  let answer: unknown
  try {
    const response = await Taro.request({
      url: `${BUILD_LOCAL_CLOUD_URL}/call/${name}`,
      method: 'POST',
      header: { 'content-type': 'application/json', 'x-local-openid': as },
      data,
      timeout: PATIENCE_MS,
    })
    answer = response.data
  } catch (cause) {
    throw transportError(cause as { errMsg?: string })
  }
  return resultOf(answer)
}

function inTime<T>(answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject({ errMsg: 'no answer in time' }), PATIENCE_MS)
    answer.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
