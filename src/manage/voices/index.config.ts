export default definePageConfig({ navigationBarTitleText: '村民的话', enablePullDownRefresh: true })
