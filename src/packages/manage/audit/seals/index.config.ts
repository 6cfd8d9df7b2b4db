export default definePageConfig({ navigationBarTitleText: '核对审计记录' });
