/** What villagers of the sample rounds wrote to the open question. One village has too few for anybody to read them. */
import { randomBytes } from 'node:crypto'
import type { VoiceDoc } from '../../cloudfunctions/common/documents'

const wishes: Readonly<Record<string, readonly string[]>> = {
  V01: [
    '村口到小学那段路装几盏路灯，孩子放学天都黑了。',
    '装路灯，冬天看不见路。',
    '卫生室一周能来一回医生就好了，老人看病要坐车去镇上。',
    '垃圾桶离我们三组太远，能不能再放一个。',
    '小学门口早上车太乱，画个停车的地方。',
    '路灯。',
    '老年活动室冬天太冷，没有暖气。',
    '把河边那片空地弄成停车场。',
    '希望多办几场招工会，年轻人不用往外跑。',
  ],
  V02: [
    '自来水一到过年就停，水塔该修了。',
    '村里的账贴得太高，字太小，看不清。',
    '果园到大路那两百米是土路，下雨拉不出来货。',
    '希望快递能送到村里。',
    '水压太小，三楼上不去水。',
    '广场舞音响晚上声音小一点。',
  ],
  V05: [
    '办事窗口中午能留一个人就好了。',
    '排水沟年年清，年年堵，希望修一次修好。',
    '给村里的老人装个扶手。',
    '多教教我们怎么在网上卖东西。',
    '修排水沟。',
    '公交车一天多一班。',
    '村里的诊所药太少。',
  ],
  V08: ['展板写清楚一点。', '停车太难。', '厕所要修一修。'],
}

/** Checked and found harmless. */
export function sampleVoices(roundId: string): VoiceDoc[] {
  return Object.entries(wishes).flatMap(([villageId, texts]) =>
    texts.map((text) => ({ _id: randomBytes(16).toString('hex'), roundId, villageId, text, state: 'shown' as const })),
  )
}
