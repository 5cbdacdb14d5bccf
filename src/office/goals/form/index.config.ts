export default definePageConfig({ navigationBarTitleText: '示范目标' })
