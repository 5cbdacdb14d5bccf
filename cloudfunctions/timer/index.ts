/** What the platform's clock sets going (the trigger stands in config.json); it answers nobody else. */
import { goOnSealing } from './go-on-sealing'
import { removeInvites } from './remove-invites'
import { removeLoosePhotos } from './remove-loose-photos'
import { removeUploads } from './remove-uploads'
import { ticking } from './ticking'

export const main = ticking({
  always: { goOnSealing },
  atNight: { removeInvites, removeUploads, removeLoosePhotos },
})
