import Taro from '@tarojs/taro'

/** What to do with a photo of one's own; null: nothing. */
export async function photoMenu(): Promise<'look' | 'drop' | null> {
  try {
    const { tapIndex } = await Taro.showActionSheet({ itemList: ['看大图', '删掉这张照片'] })
    return tapIndex === 0 ? 'look' : 'drop'
  } catch {
    return null
  }
}
