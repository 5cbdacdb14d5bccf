export default definePageConfig({ navigationBarTitleText: '乡村振兴拉练' })
