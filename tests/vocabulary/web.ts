import type { RoundDoc } from '../../cloudfunctions/common/documents'
import type { ActionName, CallIn, CallOut, FunctionName } from '../../src/contract'
import { buildH5 } from '../../tools/build-app'
import { buildFunctions } from '../../tools/build-functions'
import { openidOf } from '../../tools/seed/people'
import { type Browser, openBrowser, PHONE, type Visit } from './browser'
import { personOn } from './day'
import { type TestOptions, temporaryCloud } from './local-cloud'
import { afternoon, ROUND, type Stage } from './stages'

/** Of the sample: by member, or by the member's id. */
type Who = string | { memberId: string }
const accountOf = (who: Who) => openidOf(typeof who === 'string' ? who : who.memberId)

/** What follows a page's address; `type: 'large'` is the phone's own setting. */
type Query = { type?: string; [name: string]: string | undefined }
type Words = Record<string, string>

/**
 * The web build over a local cloud, for a whole file or describe: it sets itself up and cleans up after itself.
 *
 *   const web = webCloud({ seed: evening() })
 *   const phone = web.screen()
 *   const visit = await phone.as(administrator, 'manage/round/index', { round: ROUND })
 *   await web.does('I07', 'scoring', 'submit', { … })         → the data, or throws with the refusal
 */
export function webCloud({
  seed = afternoon,
  extraRoutes,
}: {
  seed?: Stage
  extraRoutes?: TestOptions['extraRoutes']
} = {}) {
  let served: Awaited<ReturnType<typeof temporaryCloud>> | undefined
  beforeAll(async () => {
    await buildFunctions()
    served = await temporaryCloud({
      functionsDir: 'dist/cloudfunctions',
      web: await buildH5(),
      ...(extraRoutes && { extraRoutes }),
    })
    await seed(served.cloud, Date.now())
  }, 600_000)
  afterAll(() => served?.remove())

  const cloud = () => {
    if (!served) throw new Error('the local cloud is there from beforeAll on')
    return served.cloud
  }
  const docs = <Doc>(collection: string) => cloud().dump(collection) as unknown as Doc[]

  return {
    get cloud() {
      return cloud()
    },
    /** All documents of a collection. */
    docs,
    round: (id = ROUND) => docs<RoundDoc>('rounds').find(({ _id }) => _id === id)!,
    does: <F extends FunctionName, A extends ActionName<F>>(
      who: Who,
      fn: F,
      action: A,
      payload: CallIn<F, A>,
    ): Promise<CallOut<F, A>> => personOn(cloud(), accountOf(who)).does(fn, action, payload),
    screen: (size = PHONE) => screenOn(() => cloud().url, size),
  }
}

/** A browser of that size, for as long as the file or describe. */
function screenOn(url: () => string, size: typeof PHONE) {
  let browser: Browser | undefined
  beforeAll(async () => {
    browser = await openBrowser(size)
  })
  afterAll(() => browser?.close())

  const opened = () => {
    if (!browser) throw new Error('the browser is there from beforeAll on')
    return browser
  }
  /** With an account, known or not. */
  const opens = (account: string, page?: string, query?: Query): Promise<Visit> =>
    opened().visit(addressOf({ as: account }, page, query))
  const addressOf = (device: Words, page = 'pages/home/index', { type, ...query }: Query = {}) => {
    const phone = new URLSearchParams({ ...device, ...(type && { type }) })
    const more = new URLSearchParams(query as Words).toString()
    return `${url()}/index.html?${phone}#/${page}${more && `?${more}`}`
  }

  return {
    get context() {
      return opened().context
    },
    opens,
    as: (who: Who, page?: string, query?: Query) => opens(accountOf(who), page, query),
    /** By camera (1047) unless told; `code`: what stands in it. */
    scans: (account: string, code: string, { scene = 1047, type }: { scene?: number; type?: string } = {}) =>
      opened().visit(addressOf({ as: account, scene: String(scene), code }, 'pages/entry/index', { type })),
    /** Where somebody's tab goes next, as a whole address. */
    addressFor: (who: Who, page: string, query?: Query) => addressOf({ as: accountOf(who) }, page, query),
  }
}

export type Screen = ReturnType<typeof screenOn>
