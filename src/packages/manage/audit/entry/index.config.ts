export default definePageConfig({ navigationBarTitleText: '一条审计记录' });
