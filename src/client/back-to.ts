import Taro from '@tarojs/taro'
import { replace } from './navigate'

/** Back to a page that lies below this one; where it does not, it takes this one's place. */
export function backTo(page: string, query: Record<string, string>): void {
  const below = [...Taro.getCurrentPages()].reverse().findIndex((each) => addressOf(each).startsWith(page))
  if (below > 0) Taro.navigateBack({ delta: below })
  else replace(page, query)
}

/** The mini-program tells a page's route, the web its path with a slash before and the query behind. */
function addressOf({ route, path }: { route?: string; path?: string }): string {
  return (route ?? path ?? '').replace(/^\//, '')
}
