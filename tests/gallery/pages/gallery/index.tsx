import { launch } from '../../../../src/client/device'
import { SCREENS } from '../../screens'

/** ?m=04: the components arranged as in mock-up 04. For looking and for tests, no part of the product. */
export default function GalleryPage() {
  const Chosen = SCREENS[launch().query.m ?? '01'] ?? SCREENS['01']!
  return <Chosen />
}
