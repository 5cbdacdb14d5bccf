export default definePageConfig({ navigationBarTitleText: '凭户码代填' })
