export default definePageConfig({ navigationBarTitleText: '评审组', enablePullDownRefresh: true })
