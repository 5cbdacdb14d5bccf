/** Date expressions, as the manual's examples have them. */
import { type Case, expression } from '../case'

const sold = [{ date: new Date('2014-01-01T08:15:39.736Z') }]
const soldOrNot = [...sold, { date: null }, {}]
const weeks = [
  { date: new Date('1998-11-02T00:00:00Z') },
  { date: new Date('2016-01-01T00:00:00Z') },
  { date: new Date('2016-01-04T00:00:00Z') },
  { date: null },
]

export const dates: Case[] = [
  expression('$year', soldOrNot, ({ $ }) => $.year('$date'), [2014, null, null]),
  expression('$month', soldOrNot, ({ $ }) => $.month('$date'), [1, null, null]),
  expression('$week', soldOrNot, ({ $ }) => $.week('$date'), [0, null, null]),
  expression('$hour', soldOrNot, ({ $ }) => $.hour('$date'), [8, null, null]),
  expression('$hour', sold, ({ $ }) => $.hour({ date: '$date', timezone: 'Asia/Shanghai' }), [16]),
  expression('$minute', soldOrNot, ({ $ }) => $.minute('$date'), [15, null, null]),
  expression('$second', soldOrNot, ({ $ }) => $.second('$date'), [39, null, null]),
  expression('$millisecond', soldOrNot, ({ $ }) => $.millisecond('$date'), [736, null, null]),
  expression('$dayOfYear', soldOrNot, ({ $ }) => $.dayOfYear('$date'), [1, null, null]),
  expression('$dayOfMonth', soldOrNot, ({ $ }) => $.dayOfMonth('$date'), [1, null, null]),
  expression(
    '$dayOfMonth',
    [{ date: new Date('2026-11-24T16:00:00Z') }],
    ({ $ }) => $.dayOfMonth({ date: '$date', timezone: '+0800' }),
    [25],
  ),
  expression('$dayOfWeek', soldOrNot, ({ $ }) => $.dayOfWeek('$date'), [4, null, null]),
  expression('$isoDayOfWeek', weeks, ({ $ }) => $.isoDayOfWeek('$date'), [1, 5, 1, null]),
  expression('$isoWeek', weeks, ({ $ }) => $.isoWeek('$date'), [45, 53, 1, null]),
  expression(
    '$isoWeekYear',
    ['2016-01-01', '2016-01-04', '2015-01-01', '2014-04-21', '2018-12-31'].map((day) => ({ date: new Date(day) })),
    ({ $ }) => $.isoWeekYear('$date'),
    [2015, 2016, 2015, 2014, 2019],
  ),
  expression(
    '$isoWeekYear',
    [{ date: new Date('2017-01-02T00:00:00Z') }],
    ({ $ }) => $.isoWeekYear({ date: '$date', timezone: '-0500' }),
    [2016],
  ),
  expression('$isoWeekYear', weeks, ({ $ }) => $.isoWeekYear('$date'), [1998, 2015, 2016, null]),
  expression('$dateFromParts', [{}], ({ $ }) => $.dateFromParts({ year: 2017, month: 2, day: 8, hour: 12 }), [
    new Date('2017-02-08T12:00:00Z'),
  ]),
  expression(
    '$dateFromParts',
    [{ zone: 'Asia/Shanghai' }, { zone: '+0430' }],
    ({ $ }) => $.dateFromParts({ year: 2016, month: 12, day: 31, hour: 23, minute: 46, second: 12, timezone: '$zone' }),
    [new Date('2016-12-31T15:46:12Z'), new Date('2016-12-31T19:16:12Z')],
  ),
  {
    ...expression(
      '$dateFromParts',
      [{}],
      ({ $ }) => $.dateFromParts({ year: 2016, month: 12, day: 31, hour: 23, timezone: 'America/New_York' }),
      [new Date('2017-01-01T04:00:00Z')],
    ),
    here: { refused: /summer time/, why: 'mingo takes the zone’s distance of today: refused, not wrong' },
  },
  {
    ...expression(
      '$dateFromParts',
      [{}],
      ({ $ }) => $.dateFromParts({ isoWeekYear: 2017, isoWeek: 6, isoDayOfWeek: 3, hour: 12 }),
      [new Date('2017-02-08T12:00:00Z')],
    ),
    here: { refused: /no ISO weeks/, why: 'mingo reads no ISO weeks: refused, not wrong' },
  },
  expression(
    '$dateFromString',
    [{ text: '2017-02-08T12:10:40.787' }, { text: '2017-02-08' }, { text: null }],
    ({ $ }) => $.dateFromString({ dateString: '$text' }),
    [new Date('2017-02-08T12:10:40.787Z'), new Date('2017-02-08T00:00:00Z'), null],
  ),
  expression(
    '$dateFromString',
    [{ text: '2017-02-08T12:10:40.787' }],
    ({ $ }) => $.dateFromString({ dateString: '$text', timezone: 'Asia/Shanghai' }),
    [new Date('2017-02-08T04:10:40.787Z')],
  ),
  expression(
    '$dateToString',
    sold,
    ({ $ }) => ({
      day: $.dateToString({ format: '%Y-%m-%d', date: '$date' }),
      time: $.dateToString({ format: '%H:%M:%S:%L%z', date: '$date', timezone: 'America/New_York' }),
      minutes: $.dateToString({ format: '%H:%M', date: '$date', timezone: '+04:30' }),
      week: $.dateToString({ format: '%V %u %G', date: '$date' }),
    }),
    [{ day: '2014-01-01', time: '03:15:39:736-0500', minutes: '12:45', week: '01 3 2014' }],
  ),
  expression('$dateToString', [{ date: null }, {}], ({ $ }) => $.dateToString({ format: '%Y', date: '$date' }), [
    null,
    null,
  ]),
  // In summer, whatever the season of the machine: a zone's distance is the date's own.
  {
    ...expression(
      '$dateFromString',
      [{ text: '2017-07-08T12:10:40' }],
      ({ $ }) => $.dateFromString({ dateString: '$text', timezone: 'America/New_York' }),
      [new Date('2017-07-08T16:10:40Z')],
    ),
    here: { refused: /summer time/, why: 'mingo takes the zone’s distance of today: refused, not wrong' },
  },
  expression(
    '$dateToString',
    [{ date: new Date('2017-07-08T16:10:40Z') }],
    ({ $ }) => $.dateToString({ format: '%H:%M %z', date: '$date', timezone: 'America/New_York' }),
    ['12:10 -0400'],
  ),
  expression(
    '$hour',
    [{ date: new Date('2017-07-08T16:10:40Z') }],
    ({ $ }) => $.hour({ date: '$date', timezone: 'America/New_York' }),
    [12],
  ),
]
