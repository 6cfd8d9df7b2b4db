export default definePageConfig({ navigationBarTitleText: '改姓名' });
