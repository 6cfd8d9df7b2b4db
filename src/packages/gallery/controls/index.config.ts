export default definePageConfig({ navigationBarTitleText: '全部控件' });
