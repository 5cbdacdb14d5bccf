// The main package and survey/ are all that a villager downloads: keep both small.
export default defineAppConfig({
  pages: ['pages/home/index', 'pages/entry/index', 'pages/board/index', 'pages/me/index'],
  subPackages: [
    { root: 'survey', pages: ['questions/index', 'thanks/index', 'card/index'] },
    {
      root: 'inspect',
      pages: [
        'route/index',
        'arrival/index',
        'scorecard/index',
        'submit/index',
        'deduct/index',
        'deduct/confirm',
        'deduct/form',
        'record/index',
        'outbox/index',
        'onsite/index',
        'mine/index',
      ],
    },
    {
      root: 'manage',
      pages: [
        'progress/index',
        'village/index',
        'how/index',
        'round/index',
        'reveal/index',
        'reveal/script/index',
        'verify/index',
        'panel/index',
        'quadrants/index',
        'day/index',
        'day/stop/index',
        'day/inspector/index',
        'deductions/index',
        'deductions/one/index',
        'cards/index',
        'cards/village/index',
        'voices/index',
      ],
    },
    { root: 'office', pages: ['deductions/index'] },
    { root: 'public', pages: ['village/index'] },
  ],
  // The questions come down while the cover is read.
  preloadRule: { 'pages/entry/index': { network: 'all', packages: ['survey'] } },
  lazyCodeLoading: 'requiredComponents',
  window: {
    navigationBarTitleText: '拉练',
    navigationBarBackgroundColor: '#FAF8F4',
    navigationBarTextStyle: 'black',
    backgroundColor: '#FAF8F4',
    backgroundTextStyle: 'dark',
    // On the web the Screen component draws the title row.
    navigationStyle: process.env.TARO_ENV === 'h5' ? 'custom' : 'default',
  },
})
