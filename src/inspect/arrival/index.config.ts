export default definePageConfig({ navigationBarTitleText: '到点', enablePullDownRefresh: true })
