export default definePageConfig({ navigationBarTitleText: '路线', enablePullDownRefresh: true })
