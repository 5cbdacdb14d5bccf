export default definePageConfig({ navigationBarTitleText: '新建拉练', enablePullDownRefresh: true })
