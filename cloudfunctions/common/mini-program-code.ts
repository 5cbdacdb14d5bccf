/** A mini-program code as WeChat draws it. The only place that asks for one. */
import { failure } from '../../src/contract/errors'
import { cloud } from './cloud'

/** Where every code leads (一村一码). */
const PAGE = 'pages/entry/index'
/** The narrowest that a camera takes from another phone's screen at arm's length, and what keeps the answer small. */
const WIDTH = 430
/** The platform answers at most 1 MB, and base64 makes four bytes of three. */
const MOST_BYTES = 700_000

export interface CodePicture {
  contentType: string
  bytes: Buffer
}

/** What openapi answers; the package's typings know the call, but not under which keys the SDK takes it. */
interface Wxacode {
  getUnlimited(send: object): Promise<{ contentType?: string; buffer?: Buffer }>
}

/** One call to WeChat, `width` in pixels, at most 1280; whatever goes wrong there may be tried again. */
export async function miniProgramCode(scene: string, width = WIDTH): Promise<CodePicture> {
  const wxacode = (cloud as unknown as { openapi: { wxacode: Wxacode } }).openapi.wxacode
  const send = { scene, page: PAGE, checkPath: false, width, envVersion: version() }
  const { contentType, buffer } = await wxacode.getUnlimited(send).catch((error: unknown) => {
    throw failure('tryAgain', undefined, error)
  })
  if (!buffer || !contentType?.startsWith('image/')) throw failure('tryAgain', undefined, 'WeChat answered no picture')
  if (buffer.length > MOST_BYTES) throw failure('tryAgain', undefined, `WeChat's picture has ${buffer.length} bytes`)
  return { contentType, bytes: buffer }
}

/** Which version of the mini-program the code opens: `release` unless the environment says `trial` or `develop`. */
function version(): string {
  return process.env.MINI_PROGRAM_VERSION || 'release'
}
