export default definePageConfig({ navigationBarTitleText: '更正前的榜单' })
