import { fakeOpenApi } from '../../tools/local-cloud/openapi/fake'
import type { OpenApi, OpenApiAnswer, OpenApiRequest } from '../../tools/local-cloud/openapi/open-api'

/**
 * WeChat's own server in a test's hands, for a whole file: `day({ openApi: weChat.openApi })`, then what it was `asked`, and
 * `weChat.answers = …` instead of the stand-in. Before each test it has been asked nothing and is the stand-in again.
 */
export function weChatFor(apiName: string) {
  const standIn = (request: OpenApiRequest) => fakeOpenApi.call(apiName, request)
  const weChat: WeChat = {
    asked: [],
    answers: standIn,
    standIn,
    requests: () => weChat.asked.map(([, request]) => request),
    openApi: {
      call(name, request) {
        weChat.asked.push([name, request])
        return weChat.answers(request)
      },
    },
  }
  beforeEach(() => {
    weChat.asked = []
    weChat.answers = standIn
  })
  return weChat
}

interface WeChat {
  asked: [name: string, request: OpenApiRequest][]
  answers: Answers
  standIn: Answers
  requests(): OpenApiRequest[]
  openApi: OpenApi
}
type Answers = (request: OpenApiRequest) => OpenApiAnswer | Promise<OpenApiAnswer>
