export default definePageConfig({ navigationBarTitleText: 'Excel 表格' })
