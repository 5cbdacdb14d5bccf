import type { CallIn, CallOut } from '../../src/contract'
import { failure } from '../../src/contract/errors'
import type { RoundContext } from '../common/serve'
import { bulletinText } from './bulletin/bulletin-text'
import { readableSnapshot } from './sealed-board'

/**
 * 通报, from the frozen snapshot: three requests. In the answer itself: with 200 villages it takes a tenth of the
 * megabyte that an answer holds, and no file is left in storage.
 */
export async function bulletin(
  _: CallIn<'ranking', 'bulletin'>,
  context: RoundContext,
): Promise<CallOut<'ranking', 'bulletin'>> {
  const { round } = context
  // A rehearsal has no bulletin (docs/domain.md, Words).
  if (round.rehearsal) throw failure('notFound')
  const snapshot = await readableSnapshot(context)
  const { officialDocument } = await import('./bulletin/official-document')
  const document = await officialDocument(bulletinText(round, snapshot))
  const kind = snapshot.correction ? '通报（更正）' : '通报'
  return { fileName: `${kind}-第${round.number}次拉练.docx`, base64: document.toString('base64') }
}
