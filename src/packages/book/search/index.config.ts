export default definePageConfig({ navigationBarTitleText: '找书' });
