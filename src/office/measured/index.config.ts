export default definePageConfig({ navigationBarTitleText: '实测数', enablePullDownRefresh: true })
