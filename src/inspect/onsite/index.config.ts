export default definePageConfig({ navigationBarTitleText: '现场码', enablePullDownRefresh: true })
