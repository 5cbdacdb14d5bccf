export default definePageConfig({ navigationBarTitleText: '今天的进度', enablePullDownRefresh: true })
