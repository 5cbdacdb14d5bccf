/**
 * The two messages of wx.openApi, as captured from the SDK. Own codec: a bundled function's protobuf tables are not
 * visible here. CommApiData {1: apiType, 2: {1: repeated {1: key, 2: value as JSON}}};
 * CommOpenApiResp {1: respData, 2: contentType, 3: errorCode, 4: httpCode, 6: svrkitErrorCode}.
 */

export function decodeRequest(bytes: Uint8Array): Record<string, unknown> {
  const [data = new Uint8Array()] = textsOf(bytes, 2)
  return Object.fromEntries(
    textsOf(data, 1).map((pair) => {
      const [key = new Uint8Array()] = textsOf(pair, 1)
      const [value = new Uint8Array()] = textsOf(pair, 2)
      return [text(key), value.length === 0 ? null : JSON.parse(text(value))]
    }),
  )
}

export function encodeAnswer(respData: Uint8Array, contentType: string, errorCode = 0): Uint8Array {
  return Buffer.concat([
    bytesField(1, respData),
    bytesField(2, Buffer.from(contentType, 'utf8')),
    numberField(3, errorCode),
    numberField(4, 200),
    numberField(6, 0),
  ])
}

/** Every length-delimited field of this number. */
function textsOf(bytes: Uint8Array, wanted: number): Uint8Array[] {
  const found: Uint8Array[] = []
  let at = 0
  const varint = () => {
    for (let value = 0, shift = 0; ; shift += 7) {
      const byte = bytes[at++]
      if (byte === undefined || shift > 28) throw new Error('protobuf: broken number')
      value += (byte & 0x7f) * 2 ** shift
      if (byte < 0x80) return value
    }
  }
  while (at < bytes.length) {
    const tag = varint()
    const length = (tag & 7) === 2 ? varint() : 0
    if ((tag & 7) === 0) varint()
    else if ((tag & 7) !== 2) throw new Error(`protobuf: wire type ${tag & 7}`)
    if (tag >> 3 === wanted) found.push(bytes.subarray(at, at + length))
    at += length
  }
  return found
}

function bytesField(field: number, bytes: Uint8Array): Buffer {
  return Buffer.concat([encodeVarint((field << 3) | 2), encodeVarint(bytes.length), bytes])
}

function numberField(field: number, value: number): Buffer {
  return Buffer.concat([encodeVarint(field << 3), encodeVarint(value)])
}

/** An int32: what is negative is written as its 64 bits. */
function encodeVarint(value: number): Buffer {
  const bytes: number[] = []
  for (let rest = BigInt.asUintN(64, BigInt(value)); ; rest >>= 7n) {
    if (rest < 128n) return Buffer.from([...bytes, Number(rest)])
    bytes.push(Number(rest & 127n) | 0x80)
  }
}

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8')
}
