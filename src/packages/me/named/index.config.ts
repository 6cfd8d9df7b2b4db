export default definePageConfig({ navigationBarTitleText: '按姓名找人' });
