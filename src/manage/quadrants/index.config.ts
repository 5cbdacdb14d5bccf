export default definePageConfig({ navigationBarTitleText: '水平与进步' })
