/** What stands around a payload: events that are no call, names that are no action, and fields with which one would be another. */
import type { Chance } from '../phone/chance'
import { anything, junk, strangeKeys } from './junk'
import { type Json, jsonText, withField } from './raw-json'

/** A call as the phone makes it. */
export function eventText(action: string, payloadText: string): string {
  return `{"action":${JSON.stringify(action)},"payload":${payloadText}}`
}

/** Events of which none is an action of the contract, every second one a strange name while there are; `actions` are this function's. */
export function noCall(actions: readonly string[], payload: Json, nth: number, chance: Chance): string {
  const name = strangeKeys[nth / 2]
  if (name !== undefined && !actions.includes(name)) return jsonText({ action: name, payload })
  const action = chance.oneOf(actions)
  const strange = chance.oneOf<Json>([
    `${action} `,
    `${action}\u0000`,
    action.toUpperCase() === action ? `_${action}` : action.toUpperCase(),
    `$${action}`,
    `${action}.run`,
    [action],
    { [action]: true },
    { toString: action },
    0,
    null,
    true,
  ])
  return jsonText(
    chance.oneOf<() => Json>([
      () => ({ action: strange, payload }),
      () => ({ action: strange, payload, data: { action, payload } }),
      () => ({ payload }),
      () => ({ Action: action, payload }),
      () => [action, payload],
      () => [{ action, payload }],
      () => chance.oneOf<Json>([null, true, 0, -1, '', action, [], {}, [[]], 'null']),
      () => ({ Type: 'Timer', TriggerName: action, Time: '2024-11-28T16:00:00Z', Message: action }),
      () => ({
        path: `/${action}`,
        httpMethod: 'POST',
        headers: { 'content-type': 'application/json', 'x-wx-openid': 'oM01' },
        queryStringParameters: { action },
        body: jsonText({ action, payload }),
        isBase64Encoded: false,
        requestContext: { appId: 'wx', envId: 'local-cloud', uin: '1' },
      }),
      () => ({ $url: action, payload, OPENID: 'oM01' }),
      () => anythingButACall(chance, actions),
    ])(),
  )
}

function anythingButACall(chance: Chance, actions: readonly string[]): Json {
  const any = anything(chance, 4)
  const isCall = typeof any === 'object' && any !== null && 'action' in any && actions.includes(String(any.action))
  return isCall ? null : any
}

/** The call with fields beside its payload that claim to be somebody else, or another call. */
export function posing(action: string, payload: Json, openid: string, chance: Chance): string {
  const claims: { [key: string]: Json } = {
    userInfo: { openId: openid, appId: 'wx0000000000000000' },
    _openid: openid,
    openid,
    openId: openid,
    OPENID: openid,
    WX_OPENID: openid,
    FROM_OPENID: openid,
    wxContext: { OPENID: openid },
    context: { OPENID: openid, environment: `WX_OPENID=${openid}` },
    me: { memberId: 'M01', roles: [{ role: 'administrator', scope: 'city' }] },
    roles: 'anybody',
    tcbContext: { OPENID: openid },
    __proto: { openid },
  }
  const chosen = Object.entries(claims).filter(() => chance.happens(0.5))
  const strange = withField(
    Object.fromEntries(chosen),
    chance.oneOf(['__proto__', 'constructor', 'now', 'db']),
    junk(chance),
  )
  const text = jsonText({ ...Object.fromEntries(Object.entries(strange)), openid, _openid: openid })
  return `${text.slice(0, -1)},"action":${JSON.stringify(action)},"payload":${jsonText(payload)}}`
}
