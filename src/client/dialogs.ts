import Taro from '@tarojs/taro'

// Taro has both on both platforms: device.weapp.ts and device.h5.ts hand them on.

export async function confirm(question: { title: string; text: string; yes: string; no: string }) {
  const { confirm: agreed } = await Taro.showModal({
    title: question.title,
    content: question.text,
    confirmText: question.yes,
    cancelText: question.no,
    confirmColor: '#B4231F',
    cancelColor: '#1D2129',
  })
  return agreed
}

export function say(line: string) {
  Taro.showToast({ title: line, icon: 'none', duration: 2500 })
}
