/** Into a temporary file and read from there: a request's own answer is cut at a few megabytes on some phones. */
export async function download(url: string): Promise<Uint8Array> {
  const filePath = await temporaryFile(url)
  return new Promise((resolve, reject) =>
    wx.getFileSystemManager().readFile({
      filePath,
      success: ({ data }: { data: ArrayBuffer }) => resolve(new Uint8Array(data)),
      fail: reject,
    }),
  )
}

function temporaryFile(url: string): Promise<string> {
  return new Promise((resolve, reject) =>
    wx.downloadFile({
      url,
      success: ({ statusCode, tempFilePath }) =>
        statusCode === 200 && tempFilePath ? resolve(tempFilePath) : reject(new Error(`${statusCode}`)),
      fail: reject,
    }),
  )
}
