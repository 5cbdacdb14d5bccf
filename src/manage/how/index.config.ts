export default definePageConfig({ navigationBarTitleText: '这个分数怎么来的', enablePullDownRefresh: true })
