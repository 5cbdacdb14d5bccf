export default definePageConfig({ navigationBarTitleText: '户码', enablePullDownRefresh: true })
