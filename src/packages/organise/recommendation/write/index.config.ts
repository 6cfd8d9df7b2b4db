export default definePageConfig({ navigationBarTitleText: '写荐书' });
