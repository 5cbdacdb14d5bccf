import Taro from '@tarojs/taro'

export async function openFile(fileName: string, base64: string): Promise<void> {
  // Passed on, it keeps the name it has here; a newer one of the same name takes its place.
  const filePath = `${wx.env.USER_DATA_PATH}/${fileName}`
  try {
    await new Promise((success, fail) => {
      wx.getFileSystemManager().writeFile({ filePath, data: base64, encoding: 'base64', success, fail })
    })
  } catch {
    throw new Error('文件没有存成。手机可能满了，请删掉一些东西再试。')
  }
  await open(filePath, fileName)
}

export async function openFileAt(fileName: string, url: string): Promise<void> {
  const filePath = `${wx.env.USER_DATA_PATH}/${fileName}`
  try {
    await new Promise<void>((done, fail) => {
      wx.downloadFile({
        url,
        filePath,
        success: ({ statusCode }) => (statusCode === 200 ? done() : fail(new Error(`${statusCode}`))),
        fail,
      })
    })
  } catch {
    throw new Error('文件没有下载下来。请看看网络，再点一次；手机满了的话，先删掉一些东西。')
  }
  await open(filePath, fileName)
}

async function open(filePath: string, fileName: string): Promise<void> {
  try {
    await Taro.openDocument({ filePath, fileType: fileName.endsWith('.docx') ? 'docx' : 'xlsx', showMenu: true })
  } catch {
    throw new Error('微信没有打开这个文件。请更新微信再试，或者在电脑上打开这一页下载。')
  }
}
